import Glibc

/// Ports nobody listens at. Another test may be faster: whoever takes one must be ready to try again.
enum FreePorts {
  /// The first of `count` ports in a row; below those the system gives to clients.
  static func first(of count: Int) -> Int {
    while true {
      let first = Int.random(in: 10_000..<32_000 - count)
      if (first..<first + count).allSatisfy(isFree) { return first }
    }
  }

  private static func isFree(_ port: Int) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    defer { close(descriptor) }
    return withLoopbackAddress(port) { bind(descriptor, $0, $1) } == 0
  }

  /// The socket address of a port of this machine.
  static func withLoopbackAddress<Result>(
    _ port: Int, body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout.size(ofValue: address))
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, size) }
    }
  }
}
