import Glibc

/// Where connections come from, as far as they are counted: an IPv4 address, or the first half of an
/// IPv6 one, whose second half is everybody's own to choose.
struct Source: Hashable {
  private let prefix: [UInt8]

  /// The source of a peer.
  init(of peer: Peer) { self.init(address: peer.address) }

  /// The source at an address in numbers; what is none is one of its own.
  init(address: String) {
    var bytes = [UInt8](repeating: 0, count: 16)
    if inet_pton(AF_INET, address, &bytes) == 1 {
      prefix = Array(bytes[..<4])
    } else if inet_pton(AF_INET6, address.prefix { $0 != "%" }.description, &bytes) == 1 {
      // An IPv4 client of a socket that serves both.
      let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10...11] == [0xFF, 0xFF]
      prefix = isMapped ? Array(bytes[12...]) : Array(bytes[..<8])
    } else {
      prefix = Array(address.utf8)
    }
  }
}
