import Classroom
import Glibc
import Store

/// `mmp class handout`: what trainees are given on paper.
struct HandoutJob: Job {
  /// How cards can be written.
  enum Form: String, CaseIterable {
    case text, csv, html
  }

  /// The class's state file.
  var state: String
  /// How the cards are written; nil for known hosts.
  var form: Form?
  /// Where trainees find the class; nil for where it listens.
  var address: String?

  func run() throws(Failure) -> Failure.Status? {
    guard var handout = try kept() else {
      throw Failure(.unreadable, "\(state) was never served; start mmp serve with it first")
    }
    if let address {
      handout.address = address
    } else if ["0.0.0.0", "::"].contains(handout.address) {
      handout.address = Self.hostname
      StandardStream.error.say(
        "warning: the class listens on all addresses, and its cards say \(handout.address); "
          + "see --address")
    }
    try StandardStream.output.print(text(of: handout))
    return nil
  }

  private func kept() throws(Failure) -> Handout? {
    try HostFile(path: state).checkStateFile()
    do throws(StoreFault) {
      return try StateFile.look(at: state) { (reading) throws(StoreFault) in try reading.handout() }
    } catch {
      throw Failure(error, at: state)
    }
  }

  /// What this machine is called.
  private static var hostname: String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whether it may stand in a command that is pasted, and in a file of known hosts.
  static func isAddress(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix("-")
      && text.utf8.allSatisfy {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0
          || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || ".:-_%".utf8.contains($0)
      }
  }

  private func text(of handout: Handout) -> String {
    switch form {
    case .text: handout.text
    case .csv: handout.csv
    case .html: handout.html
    case nil: handout.knownHosts
    }
  }
}
