import Glibc

/// An address of a host, in numbers.
enum HostAddress {
  /// The address that `name` has, or is; of several an IPv4 one.
  static func found(_ name: String) throws(Failure) -> String {
    // Whatever a hosts file says, or the lack of one.
    if name == "localhost" { return "127.0.0.1" }
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(name, nil, &hints, &found) == 0, let first = found else {
      throw Failure(.unreadable, "there is no host '\(name)'")
    }
    defer { freeaddrinfo(first) }
    let all = sequence(first: first) { $0.pointee.ai_next }
    let chosen = all.first { $0.pointee.ai_family == AF_INET } ?? first
    guard let numbers = numbers(of: chosen.pointee) else {
      throw Failure(.unreadable, "'\(name)' has no address to listen on")
    }
    return numbers
  }

  private static func numbers(of info: addrinfo) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(NI_MAXHOST)) { text in
      let status = getnameinfo(
        info.ai_addr, info.ai_addrlen, text.baseAddress, socklen_t(text.count), nil, 0,
        NI_NUMERICHOST)
      return status == 0 ? text.baseAddress.map { String(cString: $0) } : nil
    }
  }
}
