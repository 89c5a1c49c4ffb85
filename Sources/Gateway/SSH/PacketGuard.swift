import CSSH

/// Looks at packets before libssh does, for what it takes and should not.
final class PacketGuard {
  /// The packets looked at (RFC 4253 12, RFC 4252 6, RFC 4256 5, RFC 4254 5.1).
  private enum Packet {
    static let ignore: UInt8 = 2
    static let unimplemented: UInt8 = 3
    static let debug: UInt8 = 4
    static let keyExchangeInit: UInt8 = 20
    static let newKeys: UInt8 = 21
    static let authenticationRequest: UInt8 = 50
    static let authenticationResponse: UInt8 = 61
    static let channelOpen: UInt8 = 90

    static let all = [
      ignore, unimplemented, debug, keyExchangeInit, newKeys, authenticationRequest,
      authenticationResponse, channelOpen,
    ]
  }

  /// The first key exchange, as far as the client has come.
  private enum KeyExchange {
    /// Nothing of it yet; whether something else has come.
    case awaited(isLate: Bool)
    /// Under way with a client that sends nothing else meanwhile, so that nobody between the two
    /// can slip something in (kex-strict-c-v00@openssh.com, CVE-2023-48795).
    case strict
    /// Over, or under way with a client that makes no such promise.
    case free
  }

  /// A channel's packets hold at least so many bytes. RFC 4253 has every client take 32,768; with 10
  /// libssh 0.10 sends empty packets for ever.
  private static let smallestPacket = 256

  private unowned let connection: Connection
  private let callbacks: UnsafeMutableBufferPointer<ssh_packet_callback?>
  private let registration = UnsafeMutablePointer<ssh_packet_callbacks_struct>.allocate(capacity: 1)
  private var authenticationCount = 0
  private var keyExchange = KeyExchange.awaited(isLate: false)

  init(of connection: Connection) {
    self.connection = connection
    let range = Packet.ignore...Packet.channelOpen
    callbacks = .allocate(capacity: range.count)
    callbacks.initialize(repeating: nil)
    for type in Packet.all { callbacks[Int(type - range.lowerBound)] = look }
    registration.initialize(
      to: ssh_packet_callbacks_struct(
        start: range.lowerBound, n_callbacks: UInt8(range.count),
        callbacks: callbacks.baseAddress, user: Unmanaged.passUnretained(self).toOpaque()))
    ssh_packet_set_callbacks(connection.session, registration)
  }

  deinit {
    registration.deallocate()
    callbacks.deallocate()
  }

  /// Whether libssh may have the packet.
  fileprivate func admits(_ type: UInt8, _ body: UnsafeRawBufferPointer) -> Bool {
    switch type {
    case Packet.ignore, Packet.unimplemented, Packet.debug, Packet.keyExchangeInit, Packet.newKeys:
      // libssh would let the exchange go on to its end, and refuse the client only then.
      return heed(type, body) || refuseExchange()
    case Packet.channelOpen:
      // A name, then three numbers: channel, window, packet size.
      guard let name = body.number(at: 0), let size = body.number(at: 4 + name + 8),
        size >= Self.smallestPacket
      else { return refuse("Packets too small") }
    default:
      authenticationCount += 1
      connection.hasSoundCredentials =
        CredentialPacket(
          body, isResponse: type == Packet.authenticationResponse
        ).isSound
      guard connection.guest != nil || authenticationCount <= connection.limits.requests else {
        return refuse("Too many authentication failures")
      }
    }
    return true
  }

  /// Whether a packet of the transport is one that may come now.
  private func heed(_ type: UInt8, _ body: UnsafeRawBufferPointer) -> Bool {
    switch (keyExchange, type) {
    case (.awaited(let isLate), Packet.keyExchangeInit):
      keyExchange = body.promisesStrictKeyExchange ? .strict : .free
      if case .strict = keyExchange { return !isLate }
    case (.awaited, _): keyExchange = .awaited(isLate: true)
    case (.strict, Packet.newKeys): keyExchange = .free
    case (.strict, _): return false
    case (.free, _): break
    }
    return true
  }

  /// Ends a connection whose keys are not exchanged yet: no farewell would be looked at.
  private func refuseExchange() -> Bool {
    connection.lease.cut()
    return false
  }

  private func refuse(_ farewell: String) -> Bool {
    connection.farewell = farewell
    return false
  }
}

private func look(
  _ session: OpaquePointer?, _ type: UInt8, _ packet: OpaquePointer?,
  _ context: UnsafeMutableRawPointer?
) -> Int32 {
  guard let context, let packet else { return SSH_PACKET_NOT_USED }
  let body = UnsafeRawBufferPointer(
    start: ssh_buffer_get(packet), count: Int(ssh_buffer_get_len(packet)))
  return Unmanaged<PacketGuard>.fromOpaque(context).takeUnretainedValue().admits(type, body)
    ? SSH_PACKET_NOT_USED : SSH_PACKET_USED
}

extension UnsafeRawBufferPointer {
  /// Whether the first list in a packet that begins a key exchange, behind 16 random bytes, has the
  /// name that says so.
  fileprivate var promisesStrictKeyExchange: Bool {
    guard let length = number(at: 16), length <= count - 20 else { return false }
    return self[20..<20 + length].split(separator: UInt8(ascii: ","))
      .contains { $0.elementsEqual("kex-strict-c-v00@openssh.com".utf8) }
  }

  /// The number of four bytes at an offset; nil if it is not all there.
  func number(at offset: Int) -> Int? {
    guard offset <= count - 4 else { return nil }
    return Int(UInt32(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}
