import Appliance

/// How much a gateway gives to whom, so that no client can take it from the others.
public struct Limits: Sendable {
  /// Most sessions that are logged in at one port at a time.
  public var sessions = 1500
  /// Most connections that have not logged in; a newcomer then takes the place of one of
  /// those whose source has most.
  public var unauthenticated = 512
  /// How long logging in may take, in seconds.
  public var loginTime = 30
  /// How long a session may neither type nor transfer anything, in seconds.
  public var idleTime = 4 * 3600
  /// How many packets about logging in may come before somebody has.
  public var requests = 100
  /// How long the answer to a wrong password is held back, in milliseconds; longer for whoever goes
  /// on guessing.
  public var failureDelay = FrontDoor.delay
  /// Up to where memory may be taken for newcomers and uploads; nil for as long as there is some.
  public var memory: MemoryCeiling?
  /// Most channels in one connection.
  public var channels = 10

  /// The limits of a class on one machine.
  public init() {}
}

/// Sizes that keep one channel from eating memory, in bytes.
enum ChannelLimit {
  /// What may wait to be handled before the client is made to wait: more than one SFTP request.
  static let input = 512 << 10
  /// What may wait to be sent before no more is produced.
  static let output = 512 << 10
  /// What may wait to be sent before a command itself is made to wait.
  static let unread = 4 << 20
  /// What goes to libssh in one piece.
  static let piece = 128 << 10
  /// What libssh may have kept for us: twice the window it grants, which it does not enforce.
  static let kept = 2_560_000
}
