import Glibc

/// How long tests wait for what must come. A busy machine is slow, with a sanitizer slower; what has
/// not come after so long is stuck.
package enum Patience {
  /// That long.
  package static let seconds = 120
  /// The same.
  package static let milliseconds: Int32 = 120_000

  /// Waits until something is so; false if it does not come about.
  package static func sees(_ condition: () throws -> Bool) rethrows -> Bool {
    let end = time(nil) + seconds
    repeat {
      if try condition() { return true }
      usleep(10_000)
    } while time(nil) < end
    return false
  }
}
