import Glibc

/// Why nobody can be served at an address.
public struct ListenFailure: Error, CustomStringConvertible {
  /// The system's error number; nil if the address is none.
  public let code: Int32?
  /// A sentence about it.
  public let description: String
}

/// A TCP socket that connections arrive at.
struct ListeningSocket {
  let descriptor: Int32
  /// The port it is at.
  let port: UInt16

  /// As many as the system lets wait: 200 clients at once otherwise meet a queue of 10 and time out.
  private static let backlog: Int32 = 512

  /// Listens at an address given in numbers.
  init(address: String, port: UInt16) throws(ListenFailure) {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(address, "\(port)", &hints, &found) == 0, let info = found?.pointee else {
      throw ListenFailure(code: nil, description: "'\(address)' is no address in numbers")
    }
    defer { freeaddrinfo(found) }
    let descriptor = socket(
      info.ai_family, info.ai_socktype | Int32(SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    if descriptor >= 0 { Self.set(SO_REUSEADDR, of: descriptor, at: SOL_SOCKET, to: 1) }
    guard descriptor >= 0, bind(descriptor, info.ai_addr, info.ai_addrlen) == 0,
      listen(descriptor, Self.backlog) == 0
    else {
      let code = errno
      close(descriptor)
      throw ListenFailure(
        code: code,
        description: "cannot listen on \(address) port \(port): \(String(cString: strerror(code)))")
    }
    self.descriptor = descriptor
    self.port = Self.port(of: descriptor) ?? port
  }

  /// The port the system has given.
  private static func port(of descriptor: Int32) -> UInt16? {
    var address = sockaddr_storage()
    var length = socklen_t(MemoryLayout.size(ofValue: address))
    let status = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(descriptor, $0, &length)
      }
    }
    return status == 0 ? Peer(of: &address, length: length).port : nil
  }

  private static func set(_ option: Int32, of descriptor: Int32, at level: Int32, to value: Int32) {
    var value = value
    setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout.size(ofValue: value)))
  }

  /// Takes the next connection; nil if there is none now.
  func accept() -> (descriptor: Int32, peer: Peer)? {
    var address = sockaddr_storage()
    var length = socklen_t(MemoryLayout.size(ofValue: address))
    let descriptor = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.accept(self.descriptor, $0, &length)
      }
    }
    guard descriptor >= 0 else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // libssh writes when there is room; whoever does not read must not hold up its thread.
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    // An answer waits for nothing: without this a prompt takes 88 ms instead of 4.
    Self.set(TCP_NODELAY, of: descriptor, at: Int32(IPPROTO_TCP), to: 1)
    // A client that lost its network says no goodbye: it is asked after two minutes of silence.
    Self.set(SO_KEEPALIVE, of: descriptor, at: SOL_SOCKET, to: 1)
    Self.set(TCP_KEEPIDLE, of: descriptor, at: Int32(IPPROTO_TCP), to: 120)
    Self.set(TCP_KEEPINTVL, of: descriptor, at: Int32(IPPROTO_TCP), to: 30)
    Self.set(TCP_KEEPCNT, of: descriptor, at: Int32(IPPROTO_TCP), to: 4)
    return (descriptor, Peer(of: &address, length: length))
  }
}

extension Peer {
  /// A peer by its socket address.
  fileprivate init(of address: inout sockaddr_storage, length: socklen_t) {
    var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    var service = [CChar](repeating: 0, count: Int(NI_MAXSERV))
    _ = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getnameinfo(
          $0, length, &host, socklen_t(host.count), &service, socklen_t(service.count),
          NI_NUMERICHOST | NI_NUMERICSERV)
      }
    }
    self.address = Self.text(host)
    port = UInt16(Self.text(service)) ?? 0
  }

  /// The characters before the NUL.
  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
