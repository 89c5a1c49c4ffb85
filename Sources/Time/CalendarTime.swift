/// A time as a calendar and a clock show it, in UTC.
public struct CalendarTime: Sendable, Equatable {
  /// The year, by the Gregorian calendar.
  public var year: Int
  /// The month, from 1.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int
  /// The second of the day, from 0.
  public var secondOfDay: Int

  /// The hour, from 0.
  public var hour: Int { secondOfDay / 3_600 }
  /// The minute of the hour, from 0.
  public var minute: Int { secondOfDay / 60 % 60 }
  /// The second of the minute, from 0.
  public var second: Int { secondOfDay % 60 }

  /// A day at a second of it; nil for one that the calendar does not have, such as 30 February.
  public init?(year: Int, month: Int, day: Int, secondOfDay: Int = 0) {
    (self.year, self.month, self.day, self.secondOfDay) = (year, month, day, secondOfDay)
    guard (1...12).contains(month), (1...31).contains(day), (0..<86_400).contains(secondOfDay),
      CalendarTime(unixTime) == self
    else { return nil }
  }

  /// The calendar's view of a second. Times beyond a million years are taken for their limit.
  public init(_ time: UnixTime) {
    let time = min(max(time, -Self.limit), Self.limit)
    let days = Int((time >= 0 ? time : time - 86_399) / 86_400)
    secondOfDay = Int(time) - days * 86_400
    // Years counted from March, so that a leap day is the last of its year, in eras of 400, after
    // which the calendar repeats: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The second this is. A 29 February of a year that has none is its 1 March.
  public var unixTime: UnixTime {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64((era * 146_097 + dayOfEra - 719_468) * 86_400 + secondOfDay)
  }

  private static let limit: UnixTime = 1_000_000 * 31_556_952
}
