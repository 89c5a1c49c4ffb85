import Authority
import Certreq
import Lab
import PKI
import Words

/// A line of `certreq`, and what it was meant to be.
struct CertreqLine {
  private let world: World
  private let files: LabFiles
  private var options: [(name: String, value: String)] = []
  private var switches: [String] = []
  /// The files that are named, or a request's number.
  private(set) var names: [String] = []
  /// Whether it is to fetch what became of a request that was sent.
  private(set) var isRetrieval = false

  private static let kept: Set = ["binary", "f", "q", "v"]

  /// A line's words; nil for another program, or for what is not to send a request.
  init?(_ words: [String], in files: LabFiles) {
    var rest = words[...]
    let program = rest.popFirst()?.lowercased()
    guard program == "certreq" || program == "certreq.exe" else { return nil }
    world = files.world
    self.files = files
    while let word = rest.popFirst() {
      guard let sign = word.first, sign == "-" || sign == "/", word.count > 1 else {
        names.append(word)
        continue
      }
      let name = word.dropFirst().lowercased()
      if name == "retrieve" { isRetrieval = true }
      if CertreqOptions.valued.contains(name), let value = rest.popFirst() {
        options.append((name, value))
      } else if Self.kept.contains(name) {
        switches.append(word)
      }
    }
  }

  /// The line with which the authority issues a certificate; nothing if there is no request.
  var mended: [String] {
    var line = self
    guard let files = line.mendedFiles() else { return [] }
    let config = world.authority.config
    guard let template = template(among: world.authority.templates.map(\.name)) else { return [] }
    let words =
      ["certreq", "-submit"] + switches + account(for: template)
      + (value(of: "policyserver") == nil ? [] : ["-policyserver", "\"\(config)\""])
      + ["-config", "\"\(config)\"", "-attrib", "\"CertificateTemplate:\(template)\""] + files
    return [words.joined(separator: " ")]
  }

  /// The line that fetches the certificate of a request, by its number.
  func fetching(_ number: UInt32) -> [String] {
    let config = world.authority.config
    let file = names.dropFirst().first ?? "\(number).cer"
    guard let word = Written.word(file) else { return [] }
    let words =
      ["certreq", "-retrieve"] + switches + ["-config", "\"\(config)\"", "\(number)", word]
    return [words.joined(separator: " ")]
  }

  private func value(of name: String) -> String? { options.last { $0.name == name }?.value }

  /// The template asked for, or the nearest that is published.
  private func template(among names: [String]) -> String? {
    let typed = value(of: "attrib").flatMap { $0.split(separator: ":").last.map(String.init) } ?? ""
    return Self.template(meantBy: typed, among: names) ?? names.first
  }

  /// The template that somebody meant; nil if none is near.
  static func template(meantBy typed: String, among names: [String]) -> String? {
    let plain = typed.filter { $0.isLetter || $0.isNumber }.lowercased()
    return names.first { $0.lowercased() == typed.lowercased() }
      ?? names.first { $0.lowercased() == plain } ?? NearestWord.to(typed, among: names)
  }

  /// User and password, where the page prints those. Without them it is the user of PC1 who asks,
  /// and no password has to be told that a teacher has chosen.
  private func account(for template: String) -> [String] {
    guard let typed = value(of: "username") else { return [] }
    let printed = world.pageAccounts
    let accounts = world.authority.accounts.filter { account in
      printed.contains(account)
        && world.authority.templates.first { $0.name == template }?.enrollers
          .map { $0.contains(account.name) } ?? true
    }
    let near =
      accounts.first { $0.name.lowercased() == typed.lowercased() }
      ?? accounts.first { Self.user($0.name) == Self.user(typed) }
      ?? (accounts.count == 1 ? accounts.first : nil)
    guard let near, let name = Written.word(near.name), let password = Written.word(near.password)
    else { return [] }
    return ["-username", name, "-p", password]
  }

  private static func user(_ name: String) -> String {
    name.split { $0 == "\\" || $0 == "/" }.last?.lowercased() ?? ""
  }

  /// The request's file and the certificate's.
  private mutating func mendedFiles() -> [String]? {
    func request(_ name: String) -> Bool { files.named(name)?.requestOnDesk != nil }
    // The number of -retrieve is no file, and behind it stands the file to write.
    var typed = names.filter { Int($0) == nil }
    if isRetrieval, let first = names.first, !request(first) {
      let written = names.dropFirst().first ?? ""
      typed = [written, written]
    }
    // A file that is not in the folder named may be in this one.
    if let first = typed.first, !request(first), let name = first.split(separator: "\\").last {
      typed[0] = String(name)
    }
    if typed.count > 1, !request(typed[0]), request(typed[1]) { typed.swapAt(0, 1) }
    let requests = files.own.filter { $0.isUsual && $0.requestOnDesk != nil }.map(\.name)
    let stem = typed.first?.stem.lowercased()
    guard
      let name = typed.first.flatMap({ request($0) ? $0 : nil })
        ?? requests.first(where: { $0.stem.lowercased() == stem })
        ?? typed.first.flatMap({ NearestWord.to($0, among: requests) })
        ?? (requests.count == 1 ? requests.first : nil)
    else { return nil }
    let written = typed.dropFirst().first { !$0.lowercased().hasSuffix(".csr") }
    let words = [name, written ?? "\(name.stem).cer"].compactMap(Written.word)
    return words.count == 2 ? words : nil
  }
}
