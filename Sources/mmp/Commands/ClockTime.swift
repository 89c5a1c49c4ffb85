import Appliance
import ArgumentParser
import Glibc
import Time

/// A fixed time for the appliance's clock.
struct ClockTime: ExpressibleByArgument {
  /// The time as it was written.
  let text: String
  let seconds: UnixTime

  /// Reads ISO 8601: a date, or date and time, UTC unless a zone is given; years 1950 to 9998, which
  /// certificates can express.
  init?(argument: String) {
    guard let time = ISO8601Time(argument), (1950...9998).contains(time.local.year) else {
      return nil
    }
    text = argument
    seconds = time.unixTime
  }
}

extension ClockTime? {
  /// The time by this clock; without one, the host's.
  var now: @Sendable () -> UnixTime {
    guard let seconds = self?.seconds else { return { UnixTime(time(nil)) } }
    return { seconds }
  }
}

/// A release on the command line.
struct ReleaseNumber: ExpressibleByArgument {
  let release: Release

  init(release: Release) { self.release = release }

  /// Reads `2.9`.
  init?(argument: String) {
    guard let release = Release(argument) else { return nil }
    self.release = release
  }

  var defaultValueDescription: String { "\(release)" }
}
