/// A time as ISO 8601 writes it: a date, or a date and a time of day, in a zone.
public struct ISO8601Time: Sendable, Equatable {
  /// What calendar and clock of the zone show.
  public let local: CalendarTime
  /// The seconds by which the zone is ahead of UTC.
  public let offset: UnixTime

  /// The second this is.
  public var unixTime: UnixTime { local.unixTime - offset }

  /// Reads `2026-11-23`, `2026-11-23T09:00`, `2026-11-23T09:00:00`, with a fraction of a second,
  /// which is dropped, and a zone: `Z`, which is meant without one, or `+01:00`; nil for anything
  /// else and for what no calendar or clock shows.
  public init?(_ text: String) {
    var reader = Reader(rest: Array(text.utf8)[...])
    guard let year = reader.number(of: 4), reader.take("-"), let month = reader.number(of: 2),
      reader.take("-"), let day = reader.number(of: 2), let time = reader.timeOfDay(),
      reader.rest.isEmpty,
      let local = CalendarTime(year: year, month: month, day: day, secondOfDay: time.second)
    else { return nil }
    (self.local, offset) = (local, time.offset)
  }
}

extension CalendarTime {
  /// A time of UTC as ISO 8601 writes it, as in `2026-11-23T09:00:00Z`.
  public var iso8601: String { "\(date)T\(clock)Z" }

  /// As ``iso8601``, with thousandths of a second: `2026-11-23T09:00:00.000Z`.
  ///
  /// - Parameter milliseconds: since 1970 began
  public static func iso8601(milliseconds: Int64) -> String {
    let seconds = milliseconds / 1_000 - (milliseconds % 1_000 < 0 ? 1 : 0)
    let time = CalendarTime(seconds)
    // Digit by digit, as every event has such a time.
    var text: [UInt8] = []
    text.reserveCapacity(24)
    text.append(time.year, width: 4, end: "-")
    text.append(time.month, width: 2, end: "-")
    text.append(time.day, width: 2, end: "T")
    text.append(time.hour, width: 2, end: ":")
    text.append(time.minute, width: 2, end: ":")
    text.append(time.second, width: 2, end: ".")
    text.append(Int(milliseconds - seconds * 1_000), width: 3, end: "Z")
    return String(decoding: text, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends the digits of a number, with zeros in front up to a width, and what follows them.
  fileprivate mutating func append(_ number: Int, width: Int, end: Unicode.Scalar) {
    var power = 1
    for _ in 1..<width { power *= 10 }
    if number < 0 || number >= power * 10 {
      self += number.padded(to: width).utf8
    } else {
      while power > 0 {
        append(UInt8(ascii: "0") + UInt8(number / power % 10))
        power /= 10
      }
    }
    append(UInt8(ascii: end))
  }
}

private struct Reader {
  var rest: ArraySlice<UInt8>

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// As many digits as stand here.
  private mutating func digits() -> ArraySlice<UInt8> {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits
  }

  /// A number of just so many digits.
  mutating func number(of count: Int) -> Int? {
    let digits = digits()
    guard digits.count == count else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private mutating func hourAndMinute() -> (hour: Int, minute: Int)? {
    guard let hour = number(of: 2), take(":"), let minute = number(of: 2), hour < 24, minute < 60
    else { return nil }
    return (hour, minute)
  }

  /// What stands after a date, be it nothing.
  mutating func timeOfDay() -> (second: Int, offset: UnixTime)? {
    guard !rest.isEmpty else { return (0, 0) }
    guard take("T"), let (hour, minute) = hourAndMinute(), let second = second(),
      let offset = zone()
    else { return nil }
    return (hour * 3_600 + minute * 60 + second, offset)
  }

  private mutating func second() -> Int? {
    guard take(":") else { return 0 }
    guard let second = number(of: 2), second < 60, !take(".") || !digits().isEmpty else {
      return nil
    }
    return second
  }

  private mutating func zone() -> UnixTime? {
    if rest.isEmpty || take("Z") { return 0 }
    let isBehind = take("-")
    guard isBehind || take("+"), let (hours, minutes) = hourAndMinute() else { return nil }
    return UnixTime(hours * 3_600 + minutes * 60) * (isBehind ? -1 : 1)
  }
}
