import ArgumentParser

/// An amount of memory on the command line.
struct MemorySize: ExpressibleByArgument {
  let bytes: Int

  /// Reads `512M`: a number of bytes, or of K, M or G, at least 32M.
  init?(argument: String) {
    let units = ["K": 10, "M": 20, "G": 30]
    let shift = units[argument.suffix(1).uppercased()]
    guard let number = Int(shift == nil ? argument[...] : argument.dropLast()),
      (1...1 << 40).contains(number), number << (shift ?? 0) >= 32 << 20
    else { return nil }
    bytes = number << (shift ?? 0)
  }
}
