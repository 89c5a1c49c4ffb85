/// A change of what a machine keeps when the program ends.
public enum Change: Sendable {
  /// A file or folder is there, new or with other contents.
  ///
  /// - `name`: a file's name on an appliance, a whole path on PC1.
  /// - `contents`: its bytes; nil for a folder.
  /// - `modified`: when it was written, in seconds since 1970 by the lab's clock.
  /// - `mode`: its permissions as SFTP shows them.
  case file(name: String, contents: [UInt8]?, modified: Int64, mode: UInt16)
  /// A file has another time or other permissions.
  case attributes(name: String, modified: Int64, mode: UInt16)
  /// A file or folder has another name, and keeps its place in the order. One that had the new name
  /// is gone.
  case renamed(from: String, to: String)
  /// A file or folder is gone.
  case removed(name: String)
  /// A setting has another value; nil for none.
  case setting(name: String, value: String?)
  /// The certificate authority has decided on a request.
  case request(KeptRequest)
  /// A task of the attempt stands otherwise.
  case task(KeptTask)
}

/// What became of a request to the certificate authority.
public struct KeptRequest: Sendable, Equatable {
  /// What the authority decided.
  public enum Outcome: Sendable, Equatable {
    /// A certificate, by its DER form.
    case issued([UInt8])
    /// None, for a reason in a word and what OpenSSL says, if it was that.
    case denied(reason: String, detail: String?)
  }

  /// The number the authority gave it.
  public let id: UInt32
  /// The template it named.
  public let template: String?
  /// The user who sent it.
  public let who: String?
  /// What became of it.
  public let outcome: Outcome

  /// A decided request.
  public init(id: UInt32, template: String?, who: String?, outcome: Outcome) {
    self.id = id
    self.template = template
    self.who = who
    self.outcome = outcome
  }
}

/// Changes of one machine, which belong together.
public struct MachineChanges: Sendable {
  /// The machine's name in its world.
  public let machine: String
  /// What changes, in order.
  public let changes: [Change]

  /// Changes of the machine of that name.
  public init(of machine: String, _ changes: [Change]) {
    self.machine = machine
    self.changes = changes
  }
}
