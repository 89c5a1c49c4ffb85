import Glibc

/// A thread of its own for what blocks or computes: a connection, a slow disk, the search for a key.
public struct Thread: Sendable {
  private let identifier: pthread_t

  /// Runs `body` on a new thread that is to be waited for; nil if the system has none left.
  ///
  /// - Parameter stackSize: bytes of stack. Pages are taken only when touched; OpenSSL's deepest
  ///   call stays far below a megabyte.
  public init?(stackSize: Int = 1 << 20, running body: @escaping () -> Void) {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    pthread_attr_init(attributes)
    defer {
      pthread_attr_destroy(attributes)
      attributes.deallocate()
    }
    pthread_attr_setstacksize(attributes, stackSize)
    let work = Unmanaged.passRetained(Work(body))
    var identifier = pthread_t()
    guard pthread_create(&identifier, attributes, runWork, work.toOpaque()) == 0 else {
      work.release()
      return nil
    }
    self.identifier = identifier
  }

  /// Runs `body` on a new thread that nobody waits for; false if the system has none left.
  ///
  /// - Parameter stackSize: bytes of stack.
  public static func start(
    stackSize: Int = 1 << 20, _ body: @escaping () -> Void
  ) -> Bool {
    guard let thread = Thread(stackSize: stackSize, running: body) else { return false }
    pthread_detach(thread.identifier)
    return true
  }

  /// Waits for its end. To be called once.
  public func join() { pthread_join(identifier, nil) }
}

/// What a thread does, as C carries it there.
private final class Work {
  let body: () -> Void
  init(_ body: @escaping () -> Void) { self.body = body }
}

private func runWork(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
  return nil
}
