import Appliance
public import Console
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
  /// Its own address, which hosts see when something on it connects to them.
  public let address: String
  /// The port the next connection comes from: Windows counts up from 49152.
  private var nextPort: UInt16 = 49_152
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
  public var runLocally: ((_ command: String, _ folder: WindowsPath) -> [Reply.Part])?

  /// A workstation with that user's folder, in its `folder`.
  public init(
    home: WindowsPath, folder: WindowsPath, network: any Network,
    address: String = "10.0.224.150", now: @escaping @Sendable () -> UnixTime
  ) {
    self.home = home
    self.folder = folder
    self.network = network
    self.address = address
    self.now = now
    drive = Drive(now: now)
  }

  /// Logs in over the network; nil if name and password are not accepted.
  func login(at appliance: Appliance, user: String, password: String) -> Login? {
    guard let account = appliance.account(user: user, password: password), account.role.mayLogIn
    else { return nil }
    defer { nextPort = nextPort == .max ? 49_152 : nextPort + 1 }
    return Login(account, from: .network(address: address, port: nextPort))
  }
}
