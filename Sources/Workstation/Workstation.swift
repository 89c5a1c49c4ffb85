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
  /// Where psftp says what the lab page shows instead of what it says.
  public var psftpLines = PSFTPLines.labPage
  /// Runs what is typed behind psftp's `!`, in that folder, and returns what it prints; nil runs
  /// nothing.
  public var runLocally: ((_ command: String, _ folder: WindowsPath) -> [UInt8])?

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
