import Synchronization

/// Numbers that look random and are the same in each run: splitmix64 (Steele, Lea and Flood, "Fast
/// Splittable Pseudorandom Number Generators", 2014). Several threads may ask.
final class SeededNumbers: Sendable {
  private let state: Atomic<UInt64>

  /// The numbers that belong to a seed.
  init(seed: UInt64) { state = Atomic(seed) }

  /// The next one.
  func next() -> UInt64 {
    var number = state.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue
    number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
    return number ^ (number >> 31)
  }
}
