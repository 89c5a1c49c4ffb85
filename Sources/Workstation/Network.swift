public import Appliance
public import Authority

/// What PC1 can reach, by the names typed on it. There is no other network.
public protocol Network: AnyObject {
  /// The appliance behind a host name or address, or why there is none.
  func appliance(at host: String) -> Reached<Appliance>

  /// The certificate authority behind `host\CA name` as given to `certreq -config`.
  func authority(at config: String) -> Reached<CertificateAuthority>

  /// The answer of a web server to a GET for `path`; the host may be an address.
  func get(host: String, port: Int, path: String) -> Reached<WebAnswer>

  /// The address a host name stands for, as programs print it; nil if it is not known.
  func address(of host: String) -> String?
}

extension Network {
  /// No addresses, for networks that know names only.
  public func address(of host: String) -> String? { nil }
}

/// What became of an attempt to reach something.
public enum Reached<Target> {
  /// There it is.
  case reached(Target)
  /// The name is unknown.
  case unknownHost
  /// The host is there, nothing listens at that port.
  case refused
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
