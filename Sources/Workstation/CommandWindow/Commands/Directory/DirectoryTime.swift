import PKI

/// `05/02/2023  12:11 PM`.
struct DirectoryTime: CustomStringConvertible {
  let description: String

  init(_ time: UnixTime) {
    let days = time.flooredQuotient(by: 86_400)
    let minutes = (time - days * 86_400) / 60
    let (year, month, day) = Self.date(days)
    let hour = minutes / 60
    let half = hour < 12 ? "AM" : "PM"
    func pair(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    description =
      "\(pair(month))/\(pair(day))/\(year)  "
      + "\(pair(hour % 12 == 0 ? 12 : hour % 12)):\(pair(minutes % 60)) \(half)"
  }

  /// The date so many days after 1970 began, by years that start in March and eras of 400 years.
  private static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = shifted.flooredQuotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}

/// Numbers as `dir` sets them.
enum Columns {
  /// With commas between thousands, at the right of a column.
  static func number(_ number: Int, width: Int) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension Int64 {
  fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}
