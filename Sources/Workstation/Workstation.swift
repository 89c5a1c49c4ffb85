public import PKI

/// PC1, the lab's Windows machine: a drive, a folder, a network.
///
/// It belongs to one session and so to one thread.
public final class Workstation {
  /// Its files.
  public let drive: Drive
  /// The user's folder, `%userprofile%`.
  public let home: WindowsPath
  /// The folder its command window is in.
  public var folder: WindowsPath
  /// What it can reach.
  public let network: any Network
  /// The time by its clock, in seconds since 1970.
  public let now: @Sendable () -> UnixTime
  /// `%errorlevel%`: what the last program came to.
  public var errorLevel = 0
  /// The hosts whose SSH host key PuTTY keeps in the registry; others raise the host-key question.
  public var cachedHostKeys: Set<String> = []

  /// A workstation with that user's folder, in its `folder`.
  public init(
    home: WindowsPath, folder: WindowsPath, network: any Network,
    now: @escaping @Sendable () -> UnixTime
  ) {
    self.home = home
    self.folder = folder
    self.network = network
    self.now = now
    drive = Drive(now: now)
  }
}
