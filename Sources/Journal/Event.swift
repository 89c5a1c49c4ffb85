/// Something that happened in a world.
public struct Event: Sendable {
  /// Its place in the order of what happened in its world, from 1.
  public let number: Int
  /// When, in milliseconds since 1970, by a real clock.
  public let time: Int64
  /// When by the clock of the world, in seconds since 1970.
  public let labTime: Int64
  /// The pod it happened in.
  public let pod: Int
  /// Which attempt at the pod's lab it belongs to, from 1.
  public let attempt: Int
  /// The machine it happened at, by its name in the world.
  public let host: String
  /// Who did it; nil for what happens by itself.
  public let actor: Actor?
  /// What it is.
  public let kind: Kind

  /// What can happen. No secret is in any of it.
  public enum Kind: Sendable {
    /// A visit has begun.
    case begun(Manner)
    /// A visit is over.
    case ended(Manner)
    /// Somebody was not let in.
    case refused(RefusalReason)
    /// A line was typed, or came with a request; its secrets are masked.
    case typed(Typed)
    /// A message was said.
    case said(product: String, id: String, values: [(name: String, value: String)])
    /// A file is there that was not.
    case stored(FileNote)
    /// A file has other contents.
    case replaced(FileNote)
    /// A file is gone.
    case removed(FileNote)
    /// A file has another name, which the note has.
    case renamed(FileNote, from: String)
    /// Somebody has got a whole file.
    case fetched(FileNote)
    /// Something was asked for with SFTP that none of these tells.
    case asked(FileRequest)
    /// A private key was made.
    case key(bits: Int)
    /// A certificate authority got a request.
    case submitted(request: UInt32, template: String?)
    /// It issued a certificate for it.
    case issued(request: UInt32)
    /// It did not.
    case denied(request: UInt32?, reason: String)
    /// A name or setting has another value.
    case changed(setting: String, value: String)
    /// The machine was switched off and on.
    case rebooted
    /// A task is done.
    case passed(task: String)
    /// A hint for a task was taken: which of them, from 1, and what it takes off the points.
    case hinted(task: String, step: Int, cost: Int)
    /// The pod goes on where a snapshot of that name was taken.
    case restored(snapshot: String)
    /// The fault of a scenario, as it was named, has befallen the pod.
    case injected(scenario: String)
  }

  /// Something that happened, as it was kept.
  package init(
    number: Int, time: Int64, labTime: Int64, pod: Int, attempt: Int, host: String, actor: Actor?,
    kind: Kind
  ) {
    self.number = number
    self.time = time
    self.labTime = labTime
    self.pod = pod
    self.attempt = attempt
    self.host = host
    self.actor = actor
    self.kind = kind
  }

  /// The same for who tells it later: a file of more than so many bytes is looked into now, and held no
  /// longer.
  func holding(atMost size: Int) -> Event {
    let kind: Kind? =
      switch kind {
      case .stored(let file): .stored(file.holding(atMost: size))
      case .replaced(let file): .replaced(file.holding(atMost: size))
      case .removed(let file): .removed(file.holding(atMost: size))
      case .renamed(let file, let from): .renamed(file.holding(atMost: size), from: from)
      case .fetched(let file): .fetched(file.holding(atMost: size))
      default: nil
      }
    guard let kind else { return self }
    return Event(
      number: number, time: time, labTime: labTime, pod: pod, attempt: attempt, host: host,
      actor: actor, kind: kind)
  }

  /// A typed line.
  public struct Typed: Sendable, Equatable {
    /// The line, its secrets masked.
    public let line: String
    /// Whether it is a command, and not an answer to a question.
    public let isCommand: Bool
    /// Whether whoever typed it may have it carried out.
    public let isPermitted: Bool
    /// Whether a pipe or a file typed it, into a program that a typed line started.
    public let isFed: Bool

    /// A typed line.
    public init(line: String, isCommand: Bool, isPermitted: Bool, isFed: Bool = false) {
      self.line = line
      self.isCommand = isCommand
      self.isPermitted = isPermitted
      self.isFed = isFed
    }
  }

  /// What is asked for with SFTP.
  public struct FileRequest: Sendable, Equatable {
    /// What is to be done.
    public enum Action: String, Sendable {
      /// A file is read, at least in part.
      case get
      /// A file is written or made.
      case put
      /// A file is deleted.
      case remove = "rm"
      /// A file gets another name.
      case rename = "mv"
      /// A file gets other permissions.
      case setMode = "chmod"
      /// A file gets another time.
      case setTime = "touch"
      /// A directory is made.
      case makeDirectory = "mkdir"
      /// A directory is deleted.
      case removeDirectory = "rmdir"
    }

    /// What is to be done.
    public let action: Action
    /// The file or directory as asked for, its end cut off where it is long.
    public let file: String
    /// Whether the user may do that.
    public let isPermitted: Bool

    /// A request.
    public init(_ action: Action, file: String, isPermitted: Bool) {
      self.action = action
      // What is longer than any name tells no more.
      self.file = String(decoding: file.utf8.prefix(512), as: UTF8.self)
      self.isPermitted = isPermitted
    }
  }

  /// Why somebody was not let in.
  public enum RefusalReason: String, Sendable {
    /// No such user, or another password.
    case password
    /// No such user, or another key.
    case key
    /// The user's role does not log in.
    case role
    /// There are as many visits as there may be.
    case full
  }
}

/// A file as events tell of it.
public struct FileNote: Sendable {
  /// Its name; on PC1 its path.
  public let name: String
  /// Its bytes.
  public let size: Int
  private let contents: (any FileContents)?
  private let settledHolding: Holding?

  /// What is in it, found out when somebody asks.
  public var holds: Holding { settledHolding ?? contents?.holding ?? .other }

  /// The same; looked into already, without the bytes, if there are more than so many.
  func holding(atMost count: Int) -> FileNote { size <= count ? self : FileNote(self) }

  private init(_ note: FileNote) {
    name = note.name
    size = note.size
    contents = nil
    settledHolding = note.holds
  }

  /// A note about a file.
  public init(name: String, size: Int, contents: (any FileContents)? = nil) {
    self.name = name
    self.size = size
    self.contents = contents
    settledHolding = nil
  }
}

/// What a file may hold.
public enum Holding: String, Sendable {
  /// A private key, in the clear or encrypted.
  case key
  /// A certificate signing request.
  case csr
  /// One certificate.
  case certificate
  /// Several certificates.
  case bundle
  /// Anything else.
  case other
}

/// The bytes of a file, which can be looked into.
public protocol FileContents: Sendable {
  /// What they hold.
  var holding: Holding { get }
}
