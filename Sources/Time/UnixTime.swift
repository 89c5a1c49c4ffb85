/// Seconds since 1970-01-01 00:00:00 UTC, leap seconds not counted.
public typealias UnixTime = Int64

extension UnixTime {
  /// The seconds of so many whole days.
  public static func days(_ count: Int) -> UnixTime { UnixTime(count) * 86_400 }
}
