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

  private struct State {
    var hostname: String
    var nextHostname: String?
    var files: FileStore
  }

  private let state: Mutex<State>

  /// An appliance without files, switched on.
  public init(
    hostname: String, release: Release = .default, quota: Quota = Quota(),
    keys: any KeySource = OpenSSLKeySource(), now: @escaping @Sendable () -> UnixTime
  ) {
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

  // MARK: - Files

  /// All files in order of creation.
  public var files: [FileStore.File] { state.withLock { $0.files.files } }

  /// The contents of one file; nil if there is none of that name.
  public func contents(of name: String) -> [UInt8]? { state.withLock { $0.files[name]?.contents } }

  /// Stores all of `files`, or none; see ``FileStore/store(_:)``.
  public func store(_ files: FileStore.File...) throws(FileStore.Refusal) { try store(files) }

  /// Stores all of `files`, or none; see ``FileStore/store(_:)``.
  public func store(_ files: [FileStore.File]) throws(FileStore.Refusal) {
    try state.withLock { (state) throws(FileStore.Refusal) in try state.files.store(files) }
  }
}
