import Appliance
import Console
import Ledger

/// One row of the command table: what is typed, what is said about it and what it does.
///
/// Parsing, usage lines, `help`, completion and the answers to too few or too many words all follow
/// from `words` and `syntax`.
struct Command: Sendable {
  /// The fixed words it starts with, such as `pki csr`.
  let words: [String]
  /// What follows them.
  let syntax: [Parameter]
  /// One line for `help`.
  let summary: String
  /// The first release that has it.
  let since: Release
  /// Who may use it.
  let roles: [Role]
  /// Whether it never changes anything of the appliance, whatever it is given.
  let onlyReads: Bool
  /// Carries it out.
  let run: @Sendable (Call) throws(Refusal) -> Reply

  init(
    _ words: String, _ syntax: Parameter..., summary: String, since: Release = Release(2, 0),
    for roles: [Role] = [.admin], onlyReads: Bool = false,
    run: @escaping @Sendable (Call) throws(Refusal) -> Reply
  ) {
    self.words = words.split(separator: " ").map(String.init)
    self.syntax = syntax
    self.summary = summary
    self.since = since
    self.roles = roles
    self.onlyReads = onlyReads
    self.run = run
  }

  /// The command and its parameters, as `help` shows them.
  var usage: String { (words + syntax.map(\.usage)).joined(separator: " ") }

  /// How many words must and may follow the command's own.
  var argumentCount: ClosedRange<Int> {
    let isOpenEnded = syntax.contains(where: \.isOpenEnded)
    return syntax.count { !$0.isOptional }...(isOpenEnded ? Int.max : syntax.count)
  }

  /// What the argument at `index` is given for; nil if it is one too many.
  func parameter(at index: Int) -> Parameter? {
    index < syntax.count ? syntax[index] : syntax.last.flatMap { $0.isOpenEnded ? $0 : nil }
  }

  /// Whether the argument at `index` may be told to nobody.
  func isSecretArgument(at index: Int) -> Bool { parameter(at: index)?.isSecret ?? false }
}

extension [Role] {
  /// Everybody with a console.
  static let everybody = Role.allCases.filter(\.mayLogIn)

  /// Those who see to keys and certificates: `pki` is open to `admin` and `crypto` (INFERRED,
  /// shell.md 7).
  static let cryptography: [Role] = [.admin, .crypto]
}

/// A command on its way: what it was given and what it may touch.
struct Call {
  /// The row it was found in.
  let command: Command
  /// All commands of the release.
  let allCommands: CommandTable
  /// The words behind the command's own.
  let arguments: [String]
  /// Whoever typed it, in whose name it acts.
  let visit: Visit
  /// Progress goes here; the answer is returned.
  let screen: any Screen

  /// The appliance it acts on.
  var appliance: Appliance { visit.appliance }

  /// The commands open to whoever typed it.
  var table: CommandTable { allCommands.open(to: visit.role) }
}

/// Why a command was not carried out, in the appliance's words.
struct Refusal: Error {
  /// What is said.
  let sayings: [Saying]

  /// A refusal in one message, or with usage lines below it.
  init(_ saying: Saying, usage: [Command] = []) {
    sayings = [saying] + usage.map { MMPMessages.usage(usage: $0.usage) }
  }

  /// A command that was interrupted says nothing.
  static let abandoned = Refusal(sayings: [])

  private init(sayings: [Saying]) { self.sayings = sayings }

  /// What is shown.
  var parts: [Reply.Part] { sayings.map(Reply.Part.saying) }
}

extension Reply {
  /// An answer of messages.
  init(_ sayings: [Saying]) { self.init(sayings.map(Part.saying)) }
}
