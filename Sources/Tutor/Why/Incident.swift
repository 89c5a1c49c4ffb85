public import Ledger
public import Time
import Words
public import Workstation

/// An error as it was met.
public struct Incident: Sendable {
  /// What a window takes at its prompt.
  public enum Window: Sendable {
    /// An appliance's commands.
    case appliance
    /// PC1's commands.
    case commands
    /// Those of psftp on PC1.
    case psftp
  }

  /// What was typed where it does not show, without saying what.
  public enum SecretShape: Sendable {
    /// Nothing.
    case empty
    /// A command or an answer that was meant for something else.
    case command
    /// A password, but for upper and lower case.
    case otherCase
    /// A password with blanks around it.
    case blanks
  }

  /// What was answered to the question whether a machine's host key is trusted.
  public enum HostKeyAnswer: Sendable {
    /// Nothing.
    case empty
    /// A right password of some appliance: that of a pasted block.
    case password
    /// A command that was meant for something else.
    case command
    /// Something else that is neither yes nor no.
    case other
  }

  /// Who asked whether a host's key is trusted: each has answers of its own.
  public enum HostKeyAsker: Sendable {
    /// psftp and plink.
    case putty
    /// ssh.
    case ssh
  }

  /// What was answered, and to whom.
  public struct HostKeyReply: Sendable {
    /// What.
    public let answer: HostKeyAnswer
    /// Who had asked.
    public let asker: HostKeyAsker
  }

  /// What was said; it has advice.
  public let message: Message
  /// Its values, in the order of their names.
  public let values: [(name: String, value: String)]
  /// The command line that led to it, its secrets masked; empty if it is not known.
  public let line: String
  /// The machine it was said at, by its name in the world.
  public let host: String
  /// When, by the lab's clock.
  public let time: UnixTime
  /// The number of the event that tells of it, if that is known.
  public let event: Int?
  /// What the window takes now.
  public var window: Window
  /// PC1's folder that the window is in; nil for another machine, or if it is not known.
  public var folder: WindowsPath?
  /// What psftp, plink or ssh was to connect to, as typed; nil if nothing was.
  public var target: String?
  /// What tells the contents that the files of the line had then, by their names.
  var marks: [String: Int] = [:]
  /// Whether the files were looked at then.
  var isMarked = false
  /// What the last answer looked like that was typed where it does not show.
  public var secret: SecretShape?
  /// What was answered to the last question about a host key; nil if none was asked on the way, or it
  /// was answered with yes or no.
  public var hostKeyReply: HostKeyReply?

  /// An error; where psftp and the like are concerned, the window is its message's.
  public init(
    _ message: Message, values: [(name: String, value: String)] = [], line: String = "",
    host: String, time: UnixTime, event: Int? = nil, folder: WindowsPath? = nil,
    target: String? = nil
  ) {
    self.message = message
    self.values = values.map { ($0.name, CommandWords.short($0.value)) }
    self.line = CommandWords.short(line)
    self.host = host
    self.time = time
    self.event = event
    self.folder = folder
    self.target = target
    window =
      switch message.product {
      case "MMP": .appliance
      case "psftp": .psftp
      default: .commands
      }
  }

  /// The value of that name; nil if the message has none.
  public subscript(name: String) -> String? { values.first { $0.name == name }?.value }

  /// The words, with the values in their places.
  var text: String { filling(message.template) }

  /// `text` with values in place of names in braces.
  func filling(_ text: String) -> String {
    FilledText.filled(text) { self[$0].map(Shown.plain) ?? "{\($0)}" }
  }
}
