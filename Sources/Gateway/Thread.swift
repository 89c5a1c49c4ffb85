import CHost

/// A thread of its own for what blocks: a connection, or the search for a key.
enum Thread {
  /// Pages are taken only when touched; OpenSSL's deepest call stays far below this.
  private static let stackSize = 1 << 20

  /// Runs `body` on a new thread; false if the system has none left.
  static func start(_ body: @escaping () -> Void) -> Bool {
    let work = Unmanaged.passRetained(Work(body))
    let result = chost_start_thread(stackSize, runWork, work.toOpaque())
    if result != 0 { work.release() }
    return result == 0
  }

}

private final class Work {
  let body: () -> Void
  init(_ body: @escaping () -> Void) { self.body = body }
}

private func runWork(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
  return nil
}
