import Ledger
import Time

/// Numbers as wget writes them.
enum WgetFigures {
  /// The speed of the capture: here a download takes no time at all.
  static let speed = "196 MB/s"

  /// `2026-11-23 09:27:43`.
  static func time(_ time: UnixTime) -> String {
    let time = CalendarTime(time)
    return "\(time.date) \(time.clock)"
  }

  /// `371`, `1.2K`, `121K`: digits behind the point for values below `limit` only.
  static func size(_ bytes: Int, digits: Int = 1, below limit: Int = 10) -> String {
    guard bytes >= 1_024 else { return "\(bytes)" }
    var unit = 1_024
    var units = "KMG"[...]
    while bytes / unit >= 1_024, units.count > 1 {
      unit *= 1_024
      units = units.dropFirst()
    }
    let scale = bytes < unit * limit ? (digits == 1 ? 10 : 100) : 1
    // Rounded half up; wget rounds half to even, which no file here tells apart.
    let rounded = (bytes * scale * 2 + unit) / (unit * 2)
    let fraction = scale == 1 ? "" : "." + (rounded % scale).padded(to: digits)
    return "\(rounded / scale)\(fraction)\(units.prefix(1))"
  }

  /// The progress bar's last state on a screen of 80 columns: 19 for the name, a blank behind it.
  static func bar(_ name: String, bytes: Int) -> Saying {
    let shown = String(name.prefix(19))
    let field = shown + String(repeating: " ", count: 20 - shown.count)
    guard bytes > 0 else { return WgetMessages.emptyBar(file: field) }
    let size = size(bytes, digits: 2, below: 1_000)
    return WgetMessages.bar(
      file: field, size: String(repeating: " ", count: max(0, 8 - size.count)) + size)
  }
}
