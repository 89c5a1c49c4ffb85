public import Appliance
public import Authority

/// What PC1 can reach, by the names typed on it. There is no other network.
public protocol Network: Sendable {
  /// The appliance behind a host name or address, or why there is none.
  func appliance(at host: String) -> Reached<Appliance>

  /// The certificate authority behind `host\CA name` as given to `certreq -config`.
  func authority(at config: String) -> Reached<CertificateAuthority>

  /// The answer of a web server to a GET for `path`; the host may be an address.
  func get(host: String, port: Int, path: String) -> Reached<WebAnswer>

  /// The address a host name stands for, as programs print it; nil if it is not known.
  func address(of host: String) -> String?

  /// The machine behind a host name or address, whatever it may be asked; nil if there is none.
  func host(at name: String) -> NetworkHost?
}

extension Network {
  /// No addresses, for networks that know names only.
  public func address(of host: String) -> String? { nil }

  /// No machines, for networks that know services only.
  public func host(at name: String) -> NetworkHost? { nil }
}

/// A machine as `ping` sees it.
public struct NetworkHost: Sendable, Equatable {
  /// Its name.
  public let name: String
  /// Its address.
  public let address: String
  /// What its packets are sent off with: 64 from an appliance, 128 from Windows.
  public let timeToLive: Int

  /// A machine.
  public init(name: String, address: String, timeToLive: Int) {
    self.name = name
    self.address = address
    self.timeToLive = timeToLive
  }
}

/// What became of an attempt to reach something.
public enum Reached<Target> {
  /// There it is.
  case reached(Target)
  /// The name is unknown.
  case unknownHost
  /// The host is there, nothing listens at that port.
  case refused
  /// It is an address that nobody has: no answer comes.
  case timedOut
}

/// A web server's answer.
public struct WebAnswer: Sendable {
  /// The number, such as 200.
  public let status: Int
  /// The words behind it, such as `OK`.
  public let reason: String
  /// `Content-Type`.
  public let type: String
  /// The body.
  public let body: [UInt8]

  /// An answer with those parts.
  public init(status: Int, reason: String, type: String, body: [UInt8]) {
    self.status = status
    self.reason = reason
    self.type = type
    self.body = body
  }
}
