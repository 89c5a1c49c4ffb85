import Glibc
import Synchronization

/// Doors that are closed together, such as those of a pod. Any thread may close them.
public final class DoorGroup: Sendable {
  private struct State {
    var descriptors: [Int32] = []
    var isClosed = false
  }

  private let state = Mutex(State())

  /// A group without doors yet.
  public init() {}

  /// Closes its doors, and those that would be opened later: whoever knocks is refused at once, whoever
  /// has not been let in yet has to go. Those who are in stay.
  ///
  /// - Returns: how many doors were open.
  @discardableResult public func close() -> Int {
    state.withLock { state in
      state.isClosed = true
      for descriptor in state.descriptors { Self.stopListening(at: descriptor) }
      return state.descriptors.count
    }
  }

  /// Takes a listening socket in.
  func add(_ descriptor: Int32) {
    state.withLock { state in
      state.descriptors.append(descriptor)
      if state.isClosed { Self.stopListening(at: descriptor) }
    }
  }

  /// Closes a socket of the group for good: its number may be another's from here on.
  func release(_ descriptor: Int32) {
    state.withLock { state in
      state.descriptors.removeAll { $0 == descriptor }
      _ = Glibc.close(descriptor)
    }
  }

  /// The system refuses connections from here on, and whoever polls the socket hears of it. Its number
  /// stays taken, as another thread may be about to accept there.
  private static func stopListening(at descriptor: Int32) {
    _ = shutdown(descriptor, Int32(SHUT_RDWR))
  }
}
