/// Splitmix64: the same numbers in every run, so that a failure can be repeated.
package struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// Dice that begin at a seed.
  package init(state: UInt64) { self.state = state }

  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Dice {
  /// The bytes with one of them dropped, doubled or replaced by one of those.
  package mutating func mutant(of source: [UInt8], replacements: [UInt8]) -> [UInt8] {
    let place = Int.random(in: source.indices, using: &self)
    var mutant = source
    switch Int.random(in: 0..<3, using: &self) {
    case 0: mutant.remove(at: place)
    case 1: mutant.insert(source[place], at: place)
    default: mutant[place] = replacements.randomElement(using: &self) ?? 0
    }
    return mutant
  }
}
