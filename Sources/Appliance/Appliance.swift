public import Journal
public import PKI
import Synchronization
public import Time

/// One Cisco Meeting Server, as far as its MMP can tell.
///
/// Consoles, SSH and SFTP sessions share it; a lock guards its state and is held only to read or to
/// commit, never while a key is made.
public final class Appliance: Sendable {
  /// What its world calls it; a new host name does not change that.
  public let name: String
  /// Who hears of what happens at it.
  public let journal: Journal
  /// The software it runs.
  public let release: Release
  /// The time, in seconds since 1970, by this appliance's clock.
  public let now: @Sendable () -> UnixTime
  /// Where its keys come from.
  public let keys: any KeySource
  /// How many bits its keys have.
  public static let keyBits = 2048
  /// Who may log in over SSH and SFTP. The local console asks nobody.
  public var accounts: [Account] { accountList.withLock { $0 } }
  /// What it proves itself with to SSH clients.
  public let hostKey: HostKey

  struct State {
    var hostname: String
    var nextHostname: String?
    var files: FileStore
  }

  let state: Mutex<State>
  private let visits = Mutex(VisitList())
  private let records = Mutex(Records())
  private let accountList: Mutex<[Account]>

  /// An appliance without files, switched on. Its host key follows from its name, unless given.
  public init(
    hostname: String, release: Release = .default, quota: Quota = Quota(),
    keys: any KeySource = OpenSSLKeySource(),
    accounts: [Account] = [Account(name: "admin", password: "c1sco123")],
    hostKey: HostKey? = nil, journal: Journal = Journal(),
    now: @escaping @Sendable () -> UnixTime
  ) {
    name = hostname
    self.journal = journal
    accountList = Mutex(accounts)
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
  public func rename(to hostname: String, by presence: Presence? = nil) {
    state.withLock { state in
      owe([.setting(name: Setting.nextHostname, value: hostname)])
      state.nextHostname = hostname
      presence?.commit(.changed(setting: "hostname", value: hostname))
    }
    journal.deliver()
  }

  /// Switches it off and on again: files stay, a new name takes effect, and whoever came over the
  /// network is gone.
  public func reboot(by presence: Presence? = nil) {
    state.withLock { state in
      if let name = state.nextHostname {
        owe([
          .setting(name: Setting.hostname, value: name),
          .setting(name: Setting.nextHostname, value: nil),
        ])
      }
      state.hostname = state.nextHostname ?? state.hostname
      state.nextHostname = nil
      presence?.commit(.rebooted)
    }
    journal.deliver()
    for visit in visits.withLock({ $0.removeAll() }) { visit.cut() }
  }

  // MARK: - Visits

  /// Takes note of a visit over the network, which a reboot ends.
  public func admit(_ visit: any Cuttable) {
    let isClosed = visits.withLock { visits in
      _ = visits.add(visit)
      return visits.isClosed
    }
    if isClosed { visit.cut() }
  }

  /// Takes it out of service: whoever came over the network is gone, as at a reboot, and so is at once
  /// whoever comes by an old connection. Its files are read and written by nobody who matters.
  public func close() { for visit in visits.withLock({ $0.close() }) { visit.cut() } }

  // MARK: - Accounts

  /// Has all users log in with another password from now on. Whoever is there stays.
  public func set(password: String) {
    accountList.withLock { $0 = $0.map { $0.with(password: password) } }
  }

  /// The key a user may log in with instead of the password: `<user>.pub` (RECALLED, shell.md 10);
  /// nil if there is no such user or file, or no key in it.
  public func authorizedKey(of user: String) -> SSHPublicKey? {
    account(named: user).flatMap { contents(of: $0.keyFileName) }
      .flatMap(SSHPublicKey.init(text:))
  }

  // MARK: - Files

  /// All files in order of creation.
  public var files: [FileStore.File] { state.withLock { $0.files.files } }

  /// The contents of one file; nil if there is none of that name.
  public func contents(of name: String) -> [UInt8]? { state.withLock { $0.files[name]?.contents } }

  /// Stores all of `files`, or none; see ``FileStore/store(_:)``.
  public func store(_ files: FileStore.File...) throws(StoreRefusal) { try store(files) }

  /// Stores all of `files`, or none; see ``FileStore/store(_:)``. Files without a time take that of
  /// the appliance's clock. What is stored by nobody was there before anything happened.
  public func store(
    _ files: [FileStore.File], by presence: Presence? = nil
  ) throws(StoreRefusal) {
    let now = now()
    let files = files.map { $0.written(at: now) }
    try state.withLock { (state) throws(StoreRefusal) in
      let isThere = files.map { state.files[$0.name] != nil }
      var next = state.files
      try next.store(files)
      try keep(files.compactMap { next[$0.name]?.change })
      state.files = next
      guard let presence else { return }
      for (file, isThere) in zip(files, isThere) {
        presence.commit(isThere ? .replaced(file.note) : .stored(file.note))
      }
    }
    journal.deliver()
  }

  /// The most it stores.
  public var quota: Quota { state.withLock { $0.files.quota } }

  /// The files there are and the bytes in them, and those that uploads under way keep room for.
  public var usage: (count: Int, size: Int) { state.withLock { $0.files.usage } }

  func reserve(
    _ room: FileStore.Room, insteadOf held: FileStore.Room?
  ) throws(StoreRefusal) {
    try state.withLock { (state) throws(StoreRefusal) in
      try state.files.reserve(room, insteadOf: held)
    }
  }

  func release(_ room: FileStore.Room) { state.withLock { $0.files.release(room) } }

  func store(
    _ file: FileStore.File, in room: FileStore.Room, mode: UInt16?, isNew: Bool,
    by presence: Presence?
  ) throws(StoreRefusal) -> Bool {
    let file = file.written(at: now())
    let isStored = try state.withLock { (state) throws(StoreRefusal) in
      let isThere = state.files[file.name] != nil
      // The room is given up even if nothing is stored.
      state.files.release(room)
      var next = state.files
      guard try next.store(file, mode: mode, isNew: isNew, by: presence?.actor) else {
        return false
      }
      // What has no final name yet is kept and told when it has.
      let stored = next[file.name]
      try keep(stored.map { [$0.change] } ?? [])
      state.files = next
      if stored != nil {
        presence?.commit(isThere ? .replaced(file.note) : .stored(file.note))
      }
      return true
    }
    journal.deliver()
    return isStored
  }

  /// The file of that name; nil if there is none.
  public func file(named name: String) -> FileStore.File? { state.withLock { $0.files[name] } }

  /// Deletes a file; false if there is none of that name.
  ///
  /// - Throws: ``StoreRefusal/full`` if that cannot be kept: the file would come back.
  public func removeFile(
    _ name: String, by presence: Presence? = nil
  ) throws(StoreRefusal) -> Bool {
    let isRemoved = try state.withLock { (state) throws(StoreRefusal) in
      guard let file = state.files[name] else { return false }
      try keep([.removed(name: name)])
      _ = state.files.remove(name)
      presence?.commit(.removed(file.note))
      return true
    }
    journal.deliver()
    return isRemoved
  }

  /// Gives a file another name; see ``FileStore/rename(_:to:replacing:)``.
  public func renameFile(
    _ name: String, to newName: String, replacing: Bool = false, by presence: Presence? = nil
  ) throws(FileStore.RenameFailure) {
    try state.withLock { (state) throws(FileStore.RenameFailure) in
      let replaced = newName == name ? nil : state.files[newName]
      var next = state.files
      try next.rename(name, to: newName, replacing: replacing)
      if newName != name {
        do throws(StoreRefusal) {
          try keep([.renamed(from: name, to: newName)])
        } catch {
          throw .full
        }
      }
      state.files = next
      guard let presence, let file = state.files[newName], newName != name else { return }
      if let replaced { presence.commit(.removed(replaced.note)) }
      presence.commit(.renamed(file.note, from: name))
    }
    journal.deliver()
  }

  /// Sets what SFTP shows as a file's permissions; false if there is no such file.
  ///
  /// - Throws: ``StoreRefusal/full`` if that cannot be kept.
  public func setMode(_ mode: UInt16, ofFile name: String) throws(StoreRefusal) -> Bool {
    try change(name) { $0.with(mode: mode) }
  }

  /// Sets when a file was last written; false if there is no such file.
  ///
  /// - Throws: ``StoreRefusal/full`` if that cannot be kept.
  public func setModified(_ time: UnixTime, ofFile name: String) throws(StoreRefusal) -> Bool {
    try change(name) { $0.with(modified: time) }
  }

  private func change(
    _ name: String, _ change: (FileStore.File) -> FileStore.File
  ) throws(StoreRefusal) -> Bool {
    try state.withLock { (state) throws(StoreRefusal) in
      guard let file = state.files[name].map(change) else { return false }
      try keep([
        .attributes(name: name, modified: Int64(file.modified ?? now()), mode: file.mode)
      ])
      return state.files.change(name) { _ in file }
    }
  }

  // MARK: - Log

  /// The lines it has written down, each ended by a line feed; the oldest are dropped.
  public var log: [UInt8] { records.withLock { $0.contents } }

  /// Writes a line down. Control characters and line ends in it are written as in `\x0A`. When the
  /// log is full, the owner with most of it loses their oldest line; there should be few. `lists` says
  /// whether it is listed from now on beside files that somebody has put there.
  public func appendLog(_ line: String, of owner: String = "", lists: Bool = true) {
    let now = now()
    records.withLock { $0.append(line, of: owner, at: now, lists: lists) }
  }

  /// The files it writes itself; they can be fetched, never changed, and count towards no quota.
  /// `log` is there once there is a line in it.
  public var generatedFiles: [FileStore.File] {
    records.withLock { $0.file(named: Self.logName) }.map { [$0] } ?? []
  }

  /// Whether these are listed beside the files that somebody has put there.
  var listsGeneratedFiles: Bool { records.withLock { $0.isListed } }

  /// Whether one more may be opened: the log as it once was is kept as long as somebody has it open.
  public var mayOpenGenerated: Bool {
    records.withLock { $0.outdatedSize <= Self.mostOutdated }
  }

  /// Sixteen full logs.
  private static let mostOutdated = 16 * Log.maximumSize

  /// Whether files of that name are the appliance's own.
  public static func isGenerated(_ name: String) -> Bool {
    name.utf8.elementsEqual(logName.utf8)
  }

  /// RECALLED, shell.md 9.
  private static let logName = "log"
}
