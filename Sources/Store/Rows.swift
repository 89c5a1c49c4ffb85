/// A pod and whose it is.
public struct PodRow: Sendable, Equatable {
  /// The pod's number.
  public var pod: Int
  /// What the roster knows its trainee by; nil without a roster.
  public var id: String?
  /// The trainee's last name.
  public var lastName: String?
  /// The trainee's first name.
  public var firstName: String?
  /// The trainee's address for mail.
  public var email: String?
  /// What lets the trainee in; nil where all have the same.
  public var password: String?

  /// A pod.
  public init(
    pod: Int, id: String? = nil, lastName: String? = nil, firstName: String? = nil,
    email: String? = nil, password: String? = nil
  ) {
    self.pod = pod
    self.id = id
    self.lastName = lastName
    self.firstName = firstName
    self.email = email
    self.password = password
  }
}

/// An attempt at a lab: a world from its beginning until a new one replaces it. A snapshot is one as
/// well, with a name, which nobody works in.
public struct AttemptRow: Sendable, Equatable {
  /// Its number in the file, never given again.
  public let id: Int64
  /// The pod it belongs to.
  public let pod: Int
  /// Its number in its pod, from 1; a snapshot has that of the attempt it was taken of.
  public let number: Int
  /// A snapshot's name; nil for attempts that somebody works or worked in.
  public let name: String?
  /// When it began, or the snapshot was taken, in milliseconds since 1970.
  public let begun: Int64
  /// When it ended, in milliseconds since 1970; nil for the live one, and for snapshots.
  public let ended: Int64?
  /// Why it ended: `fresh`, `reset`, `restart`, `restored`; nil as above.
  public let why: String?
  /// The world it began with.
  public let origin: Origin

  /// What a world is made of.
  public struct Origin: Sendable, Equatable {
    /// The scenario's name.
    public var scenario: String
    /// The text of its YAML, whole.
    public var world: String
    /// The appliances' release.
    public var release: String
    /// What its clock was set to; nil if it goes with the real one.
    public var clock: String?
    /// What is to be done in it; nil if that was never asked.
    public var tasks: Tasks?

    /// What a world is made of.
    public init(
      scenario: String, world: String, release: String, clock: String? = nil, tasks: Tasks? = nil
    ) {
      self.scenario = scenario
      self.world = world
      self.release = release
      self.clock = clock
      self.tasks = tasks
    }

    /// A set of tasks.
    public struct Tasks: Sendable, Equatable {
      /// The set's name; empty if there is to be none.
      public var name: String
      /// The text it was read from, whole.
      public var source: String

      /// A set of tasks.
      public init(name: String, source: String) {
        self.name = name
        self.source = source
      }
    }
  }
}

/// A machine of an attempt.
public struct MachineRow: Sendable, Equatable {
  /// Its number in the file, never given again.
  public let id: Int64
  /// Its name in the world, which a new host name does not change.
  public let name: String
  /// What it is.
  public let kind: Kind

  /// What a machine can be.
  public enum Kind: String, Sendable, CaseIterable {
    /// An MMP appliance.
    case appliance
    /// PC1.
    case workstation
    /// A certificate authority; its files are its certificates and keys.
    case authority
    /// A web server; its files are what it serves.
    case webServer = "webserver"
  }
}

/// A file or folder of a machine.
public struct FileRow: Sendable, Equatable {
  /// Its name; on PC1 its path.
  public var name: String
  /// Its bytes; nil for a folder.
  public var contents: [UInt8]?
  /// When it was last written, in seconds since 1970 by the clock of the world.
  public var modified: Int64
  /// Its permissions.
  public var mode: UInt16

  /// A file or folder.
  public init(name: String, contents: [UInt8]?, modified: Int64, mode: UInt16 = 0o644) {
    self.name = name
    self.contents = contents
    self.modified = modified
    self.mode = mode
  }
}

/// Somebody who may log in to the appliances of an attempt.
public struct AccountRow: Sendable, Equatable {
  /// The user's name.
  public var name: String
  /// The user's password, as typed.
  public var password: String
  /// What the user may do, in the word of the appliance.
  public var role: String

  /// An account.
  public init(name: String, password: String, role: String) {
    self.name = name
    self.password = password
    self.role = role
  }
}

/// What became of a request for a certificate.
public struct RequestRow: Sendable, Equatable {
  /// The number the authority gave it.
  public var id: Int
  /// The template it asked for; nil if it named none.
  public var template: String?
  /// Who asked, if it is known.
  public var who: String?
  /// What it came to, such as `issued` or `denied`.
  public var outcome: String
  /// Why it was denied, in a word.
  public var reason: String?
  /// What else there is to say about that.
  public var detail: String?
  /// The certificate, as DER.
  public var certificate: [UInt8]?

  /// What became of a request.
  public init(
    id: Int, template: String?, who: String?, outcome: String, reason: String? = nil,
    detail: String? = nil, certificate: [UInt8]? = nil
  ) {
    self.id = id
    self.template = template
    self.who = who
    self.outcome = outcome
    self.reason = reason
    self.detail = detail
    self.certificate = certificate
  }
}

/// Something that happened in a pod.
public struct EventRow: Sendable, Equatable {
  /// The pod.
  public var pod: Int
  /// The number of the pod's attempt.
  public var attempt: Int
  /// Its place in the order of what happened in its pod.
  public var number: Int
  /// When, in milliseconds since 1970.
  public var time: Int64
  /// The machine it happened at.
  public var host: String
  /// The visit it belongs to.
  public var visit: Int?
  /// Who did it.
  public var user: String?
  /// What happened, in the journal's word.
  public var event: String
  /// The line, if a command was typed; nil for answers to questions, and for all else.
  public var command: String?
  /// The message's id in the ledger, if an error was said; nil for all else.
  public var error: String?
  /// The journal's line of JSON, without the end of the line.
  public var line: String

  /// Something that happened.
  public init(
    pod: Int, attempt: Int, number: Int, time: Int64, host: String, visit: Int? = nil,
    user: String? = nil, event: String, command: String? = nil, error: String? = nil, line: String
  ) {
    self.pod = pod
    self.attempt = attempt
    self.number = number
    self.time = time
    self.host = host
    self.visit = visit
    self.user = user
    self.event = event
    self.command = command
    self.error = error
    self.line = line
  }
}

/// All that is kept of a world.
public struct WorldRows: Sendable, Equatable {
  /// A machine with all it has.
  public struct Machine: Sendable, Equatable {
    /// Its name in the world.
    public var name: String
    /// What it is.
    public var kind: MachineRow.Kind
    /// Its files and folders, in order of creation.
    public var files: [FileRow]
    /// Its settings by their names.
    public var settings: [String: String]

    /// A machine.
    public init(
      name: String, kind: MachineRow.Kind, files: [FileRow] = [], settings: [String: String] = [:]
    ) {
      self.name = name
      self.kind = kind
      self.files = files
      self.settings = settings
    }
  }

  /// Its machines, in order.
  public var machines: [Machine]
  /// Who may log in, in order.
  public var accounts: [AccountRow]
  /// What became of requests, by their numbers.
  public var requests: [RequestRow]
  /// What is to be done, in order.
  public var tasks: [TaskRow]
  /// How those tasks stand of which something happened, by their ids.
  public var passes: [PassRow]

  /// All of a world.
  public init(
    machines: [Machine], accounts: [AccountRow] = [], requests: [RequestRow] = [],
    tasks: [TaskRow] = [], passes: [PassRow] = []
  ) {
    self.machines = machines
    self.accounts = accounts
    self.requests = requests
    self.tasks = tasks
    self.passes = passes
  }
}
