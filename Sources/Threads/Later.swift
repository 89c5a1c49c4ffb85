import Synchronization

/// A value that is made when somebody first needs it, on that thread; others that need it meanwhile
/// wait.
public final class Later<Value: Sendable>: Sendable {
  private enum State {
    case awaited(@Sendable () -> Value)
    case made(Value)
  }

  private let state: Mutex<State>

  /// A value that `make` makes, which must not need it.
  public init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.awaited(make)) }

  /// One that is there.
  public init(made value: Value) { state = Mutex(.made(value)) }

  /// The value.
  public var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .awaited(let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }

  /// The value if it was made.
  public var made: Value? {
    state.withLock { if case .made(let value) = $0 { value } else { nil } }
  }
}
