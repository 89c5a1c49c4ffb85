public import Appliance
public import Journal
public import Time
import YAML

/// All that is kept of a world, as a plain value: made from a description, taken from a live world,
/// or read from a state file.
public struct WorldContents: Sendable {
  /// A file or folder.
  public struct File: Sendable {
    /// Its name; on PC1 its whole path.
    public var name: String
    /// Its bytes; nil for a folder.
    public var contents: [UInt8]?
    /// When it was written, in seconds since 1970; nil for the time at which the world is assembled.
    public var modified: UnixTime?
    /// Its permissions as SFTP shows them.
    public var mode: UInt16
    /// Where it is described; nil for what is taken up again.
    let origin: Origin?

    /// A file or folder.
    public init(
      name: String, contents: [UInt8]?, modified: UnixTime? = nil, mode: UInt16 = 0o644
    ) {
      self.init(name: name, contents: contents, modified: modified, mode: mode, origin: nil)
    }

    init(
      name: String, contents: [UInt8]?, modified: UnixTime? = nil, mode: UInt16 = 0o644,
      origin: Origin?
    ) {
      self.name = name
      self.contents = contents
      self.modified = modified
      self.mode = mode
      self.origin = origin
    }
  }

  /// What a machine has.
  public struct Machine: Sendable {
    /// Its files and folders in order of creation.
    public var files: [File] = []
    /// Its settings: values by name.
    public var settings: [String: String] = [:]

    /// A machine with these.
    public init(files: [File] = [], settings: [String: String] = [:]) {
      self.files = files
      self.settings = settings
    }
  }

  /// The appliances by host name.
  public var appliances: [String: Machine]
  /// PC1.
  public var workstation: Machine
  /// The authorities' certificates and private keys, as `root.cer` and `root.key`.
  public var authority: [File]
  /// What the web server serves, by the paths of URLs in lower case.
  public var webServer: [File]
  /// The appliances' users, in order of name.
  public var accounts: [Account]
  /// What became of requests, the oldest first.
  public var requests: [KeptRequest]
  /// What has happened that the appliances' logs tell of, the oldest first.
  package var past: [Event] = []

  /// All of a world.
  public init(
    appliances: [String: Machine], workstation: Machine, authority: [File], webServer: [File],
    accounts: [Account], requests: [KeptRequest] = []
  ) {
    self.appliances = appliances
    self.workstation = workstation
    self.authority = authority
    self.webServer = webServer
    self.accounts = accounts
    self.requests = requests
  }
}
