/// A value that is made on a thread of its own, while whoever will need it does something else.
public final class Ahead<Value: Sendable>: Sendable {
  private let made = Monitor<Value?>(nil)
  /// As a program's first thread has it, in bytes: what is made there does not notice.
  private static var stackSize: Int { 8 << 20 }

  /// Begins to make it; where the system has no thread left, here and now.
  public init(_ make: @escaping @Sendable () -> Value) {
    let isBegun = Thread.start(stackSize: Self.stackSize) { [made] in
      let value = make()
      made.withLock { $0 = value }
    }
    guard !isBegun else { return }
    let value = make()
    made.withLock { $0 = value }
  }

  /// The value; waits until it is made.
  public var value: Value { made.wait { $0 } }
}
