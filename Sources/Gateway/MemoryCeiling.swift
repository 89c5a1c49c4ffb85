import CHost
import Glibc
import Synchronization

/// How much memory the process may take before it refuses new sessions and uploads, so that the
/// system does not end it with all that a class has done.
public final class MemoryCeiling: Sendable {
  private let size: Int
  /// What the system tells; open from the start, since a flood may leave no descriptor for it.
  private let memory = chost_open_memory()
  private let lastLook = Atomic(Int.min / 2)
  private let wasReached = Atomic(false)

  /// A ceiling at that many bytes; nil for half of what there is for the process.
  public init(size: Int?) { self.size = size ?? chost_available_memory() / 2 }

  deinit { close(memory) }

  /// Whether there is room for no more.
  var isReached: Bool {
    let now = MonotonicTime.now
    if now - lastLook.load(ordering: .relaxed) >= Self.interval {
      lastLook.store(now, ordering: .relaxed)
      wasReached.store(chost_resident_memory(memory) >= size, ordering: .relaxed)
    }
    return wasReached.load(ordering: .relaxed)
  }

  /// How long what the system told holds, in milliseconds.
  private static let interval = 10
}
