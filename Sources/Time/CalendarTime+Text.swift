extension CalendarTime {
  /// The date of ISO 8601, as in `2026-11-23`.
  public var date: String { "\(year.padded(to: 4))-\(month.padded())-\(day.padded())" }

  /// The time of day, as in `09:27:43`.
  public var clock: String { "\(hourAndMinute):\(second.padded())" }

  /// The time of day without its seconds, as in `09:27`.
  public var hourAndMinute: String { "\(hour.padded()):\(minute.padded())" }

  /// The day of the week in the C locale, as in `Mon`.
  public var weekdayName: String {
    // 1970 began on a Thursday.
    let days = (unixTime - UnixTime(secondOfDay)) / .days(1)
    return Self.weekdayNames[Int((days % 7 + 7) % 7)]
  }

  /// The month in the C locale, as in `Nov`.
  public var monthName: String { Self.monthNames[month - 1] }

  private static let weekdayNames = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

extension Int {
  /// The digits, with zeros in front up to a width.
  package func padded(to width: Int = 2) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
