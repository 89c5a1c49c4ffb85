import Time

/// `05/02/2023  12:11 PM`.
struct DirectoryTime: CustomStringConvertible {
  let description: String

  init(_ time: UnixTime) {
    let time = CalendarTime(time)
    let half = time.hour < 12 ? "AM" : "PM"
    func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    description =
      "\(pair(time.month))/\(pair(time.day))/\(time.year)  "
      + "\(pair(time.hour % 12 == 0 ? 12 : time.hour % 12)):\(pair(time.minute)) \(half)"
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
