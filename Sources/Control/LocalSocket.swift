import Glibc

/// A socket between processes of one machine.
struct LocalSocket: Sendable {
  let descriptor: Int32

  /// An unconnected one, which never waits.
  init() throws(ControlError) {
    descriptor = socket(
      AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    guard descriptor >= 0 else { throw .system("make a socket", errno) }
  }

  private init(connected descriptor: Int32) {
    self.descriptor = descriptor
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  /// Listens at a path where nothing is.
  func listen(at path: String) throws(ControlError) {
    guard Self.call(bind, descriptor, path) == 0, Glibc.listen(descriptor, 128) == 0 else {
      throw .system("listen at \(path)", errno)
    }
  }

  /// Connects to whoever listens at a path; the `errno` if that fails, 0 if not.
  func connect(to path: String) -> Int32 {
    while Self.call(Glibc.connect, descriptor, path) != 0 {
      if errno != EINTR { return errno }
    }
    return 0
  }

  /// Takes the next connection; nil if there is none, as `errno` then says.
  func accept() -> LocalSocket? {
    let connection = Glibc.accept(descriptor, nil, nil)
    return connection < 0 ? nil : LocalSocket(connected: connection)
  }

  /// Who is at the other end, as the system knows: the user's number.
  var peer: uid_t? {
    // struct ucred: the process, the user, the group.
    var numbers: (Int32, UInt32, UInt32) = (0, 0, 0)
    var length = socklen_t(MemoryLayout.size(ofValue: numbers))
    guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &numbers, &length) == 0 else {
      return nil
    }
    return numbers.1
  }

  /// Ends it for both, whoever waits; its number stays taken until it is closed.
  func cut() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  func close() { Glibc.close(descriptor) }

  /// Calls `bind` or `connect`. An address holds 107 bytes of path; a longer one leads through the
  /// folder, opened.
  private static func call(
    _ function: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32, _ descriptor: Int32,
    _ path: String
  ) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let room = MemoryLayout.size(ofValue: address.sun_path) - 1
    guard path.utf8.count > room, let slash = path.lastIndex(of: "/") else {
      return call(function, descriptor, path, &address)
    }
    let folder = open(String(path[..<slash]), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return -1 }
    let short = "/proc/self/fd/\(folder)" + path[slash...]
    let result = call(function, descriptor, short, &address)
    let error = errno
    Glibc.close(folder)
    errno = error
    return result
  }

  private static func call(
    _ function: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32, _ descriptor: Int32,
    _ path: String, _ address: inout sockaddr_un
  ) -> Int32 {
    withUnsafeMutableBytes(of: &address.sun_path) { buffer in
      buffer.copyBytes(from: path.utf8.prefix(buffer.count - 1))
    }
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        function(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
