import Console
import Ledger
package import Workstation

extension Program {
  /// OpenSSH's client, part of Windows.
  package static let ssh = Program(names: ["ssh"], asksSecret: true) { start in
    let seat = start.seat
    guard let options = SSHOptions(start.arguments) else {
      seat.errorLevel = 255
      let option = SSHOptions.unknownOption(start.arguments)
      let sayings =
        (option.map { [SSHMessages.unknownOption(letter: $0)] } ?? []) + [SSHMessages.usage]
      return Reply(sayings.map(Reply.Part.saying))
    }
    let login = OpenSSHLogin(
      host: options.host, port: options.port, user: options.user ?? seat.workstation.home.name,
      asksAboutHostKey: options.asksAboutHostKey, from: seat)
    let client = RemoteConsole.Client(
      failure: 255, closed: SSHMessages.closed(host: options.host),
      cut: SSHMessages.closedByRemote(host: options.host))
    return RemoteConsole(login, command: options.command, client: client, on: seat)
      .start()
  }

  /// PuTTY's SSH client, with a window of its own (`putty`) or in this one (`plink`).
  package static let plink = Program(
    names: ["plink", "putty"], secretOptions: ["-pw"], asksSecret: true
  ) { start in
    do throws(PuTTYOptions.Misuse) {
      let options = try PuTTYOptions(start.arguments, of: "plink")
      guard let host = options.host else {
        throw PuTTYOptions.Misuse(saying: UsageMessages.plink, errorLevel: 1)
      }
      var target = options.target(host)
      target.hostUnknown = LoginMessages.plinkHostUnknown
      target.refused = LoginMessages.plinkRefused
      target.timedOut = LoginMessages.plinkTimedOut
      target.disconnected = LoginMessages.plinkDisconnected
      let client = RemoteConsole.Client(cut: LoginMessages.plinkServerClosed)
      let command = options.command.isEmpty ? nil : options.command.joined(separator: " ")
      return RemoteConsole(
        PuTTYLogin(to: target, from: start.seat), command: command, client: client,
        on: start.seat
      ).start()
    } catch {
      start.seat.errorLevel = error.errorLevel
      return Reply(error.saying)
    }
  }
}

/// The command line of `ssh`.
struct SSHOptions {
  /// Where to.
  private(set) var host = ""
  /// As whom; nil for the user of this computer.
  private(set) var user: String?
  /// At which port.
  private(set) var port = 22
  /// What to carry out; nil for a console.
  private(set) var command: String?
  /// False with `-o StrictHostKeyChecking=no` or `accept-new`.
  private(set) var asksAboutHostKey = true

  /// Options without a value that change nothing here, and those with one.
  private static let flags = Set("1246AaCfGgKkMNnqsTtVvXxYy")
  private static let withValue = Set("BbcDEeFIiJLlmOopQRSWw")

  /// Reads the words behind `ssh`; nil if they name no host or an option that there is not.
  init?(_ words: [String]) {
    var rest = words[...]
    var typed: String?
    while let word = rest.popFirst() {
      if word.count > 1, word.hasPrefix("-") {
        guard let letter = word.dropFirst().first else { return nil }
        if Self.withValue.contains(letter) {
          let value = word.count > 2 ? String(word.dropFirst(2)) : rest.popFirst()
          guard let value else { return nil }
          if letter == "l" { user = value }
          if letter == "p" { port = Int(value) ?? 0 }
          if letter == "o", Self.trusts(value) { asksAboutHostKey = false }
        } else if !word.dropFirst().allSatisfy(Self.flags.contains) {
          return nil
        }
      } else if typed == nil {
        typed = word
      } else {
        command = ([word] + rest).joined(separator: " ")
        rest = []
      }
    }
    guard let typed, !typed.isEmpty else { return nil }
    host = typed
    if let at = typed.lastIndex(of: "@") {
      host = String(typed[typed.index(after: at)...])
      if at > typed.startIndex { user = String(typed[..<at]) }
    }
  }

  /// Whether an `-o` has every new host trusted.
  private static func trusts(_ option: String) -> Bool {
    let words = option.lowercased().split { "= \t".contains($0) }
    return words.first == "stricthostkeychecking"
      && ["no", "off", "accept-new"].contains(words.last ?? "")
  }

  /// The letter of the first option there is not; nil if all are fine.
  static func unknownOption(_ words: [String]) -> String? {
    words.lazy.filter { $0.hasPrefix("-") }.compactMap { word in
      guard let letter = word.dropFirst().first, !withValue.contains(letter) else { return nil }
      return word.dropFirst().first { !flags.contains($0) }.map(String.init)
    }.first
  }
}
