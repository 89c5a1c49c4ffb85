public import PKI
import Synchronization

/// One Cisco Meeting Server, as far as its MMP can tell.
///
/// Consoles, SSH and SFTP sessions share it; a lock guards its state and is held only to read or to
/// commit, never while a key is made.
public final class Appliance: Sendable {
  /// The software it runs.
  public let release: Release
  /// The time, in seconds since 1970, by this appliance's clock.
  public let now: @Sendable () -> UnixTime
  /// Where its keys come from.
  public let keys: any KeySource
  /// Who may log in over SSH and SFTP. The local console asks nobody.
  public let accounts: [Account]
  /// What it proves itself with to SSH clients.
  public let hostKey: HostKey

  private struct State {
    var hostname: String
    var nextHostname: String?
    var files: FileStore
  }

  private let state: Mutex<State>

  /// An appliance without files, switched on. Its host key follows from its name, unless given.
  public init(
    hostname: String, release: Release = .default, quota: Quota = Quota(),
    keys: any KeySource = OpenSSLKeySource(),
    accounts: [Account] = [Account(name: "admin", password: "c1sco123")],
    hostKey: HostKey? = nil, now: @escaping @Sendable () -> UnixTime
  ) {
    self.accounts = accounts
    self.hostKey = hostKey ?? HostKey(of: hostname)
    self.release = release
    self.now = now
    self.keys = keys
    state = Mutex(State(hostname: hostname, files: FileStore(quota: quota)))
  }

  // MARK: - Name

  /// The name it goes by; the prompt shows it.
  public var hostname: String { state.withLock { $0.hostname } }

  /// Sets the name it takes with the next ``reboot()``, as the appliance does.
  public func rename(to hostname: String) { state.withLock { $0.nextHostname = hostname } }

  /// Switches it off and on again: files stay, a new name takes effect.
  public func reboot() {
    state.withLock { state in
      state.hostname = state.nextHostname ?? state.hostname
      state.nextHostname = nil
    }
  }

  // MARK: - Accounts

  /// Whether somebody with that name and password may log in.
  public func accepts(user: String, password: String) -> Bool {
    accounts.contains { $0.name == user && $0.password == password }
  }

  // MARK: - Files

  /// All files in order of creation.
  public var files: [FileStore.File] { state.withLock { $0.files.files } }

  /// The contents of one file; nil if there is none of that name.
  public func contents(of name: String) -> [UInt8]? { state.withLock { $0.files[name]?.contents } }

  /// Stores all of `files`, or none; see ``FileStore/store(_:)``.
  public func store(_ files: FileStore.File...) throws(FileStore.Refusal) { try store(files) }

  /// Stores all of `files`, or none; see ``FileStore/store(_:)``. Files without a time take that of
  /// the appliance's clock.
  public func store(_ files: [FileStore.File]) throws(FileStore.Refusal) {
    let now = now()
    let files = files.map { $0.written(at: now) }
    try state.withLock { (state) throws(FileStore.Refusal) in try state.files.store(files) }
  }

  /// The most it stores.
  public var quota: Quota { state.withLock { $0.files.quota } }

  /// The files there are and the bytes in them, and those that uploads under way keep room for.
  public var usage: (count: Int, size: Int) { state.withLock { $0.files.usage } }

  func reserve(
    _ room: FileStore.Room, insteadOf held: FileStore.Room?
  ) throws(FileStore.Refusal) {
    try state.withLock { (state) throws(FileStore.Refusal) in
      try state.files.reserve(room, insteadOf: held)
    }
  }

  func release(_ room: FileStore.Room) { state.withLock { $0.files.release(room) } }

  func store(
    _ file: FileStore.File, in room: FileStore.Room, mode: UInt16?, isNew: Bool
  ) throws(FileStore.Refusal) -> Bool {
    let file = file.written(at: now())
    return try state.withLock { (state) throws(FileStore.Refusal) in
      try state.files.store(file, in: room, mode: mode, isNew: isNew)
    }
  }

  /// The file of that name; nil if there is none.
  public func file(named name: String) -> FileStore.File? { state.withLock { $0.files[name] } }

  /// Deletes a file; false if there is none of that name.
  public func removeFile(_ name: String) -> Bool { state.withLock { $0.files.remove(name) } }

  /// Gives a file another name; see ``FileStore/rename(_:to:replacing:)``.
  public func renameFile(
    _ name: String, to newName: String, replacing: Bool = false
  ) throws(FileStore.RenameFailure) {
    try state.withLock { (state) throws(FileStore.RenameFailure) in
      try state.files.rename(name, to: newName, replacing: replacing)
    }
  }

  /// Sets what SFTP shows as a file's permissions; false if there is no such file.
  public func setMode(_ mode: UInt16, ofFile name: String) -> Bool {
    state.withLock { $0.files.setMode(mode, of: name) }
  }

  /// Sets when a file was last written; false if there is no such file.
  public func setModified(_ time: UnixTime, ofFile name: String) -> Bool {
    state.withLock { $0.files.setModified(time, of: name) }
  }

  /// Files that the appliance makes up when somebody looks. SFTP shows them; they are read, never
  /// changed.
  public var generatedFiles: [FileStore.File] { [] }
}
