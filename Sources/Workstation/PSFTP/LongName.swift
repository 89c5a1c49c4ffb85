import Appliance
import Ledger
import PKI

/// A line of a listing, in OpenSSH's form.
struct LongName {
  /// The file's name.
  let name: String
  /// The whole line.
  let text: String

  /// The line of a file, listed at a time.
  init(of file: FileStore.File, at now: UnixTime) {
    self.init(
      file.name, type: "-", mode: file.mode, links: 1, size: file.contents.count,
      modified: file.modified ?? now, now: now)
  }

  /// The line of `.` or `..`, last written when the newest file was.
  init(directory name: String, holding files: [FileStore.File], at now: UnixTime) {
    self.init(
      name, type: "d", mode: 0o755, links: 2, size: 4096,
      modified: files.compactMap(\.modified).max() ?? now, now: now)
  }

  private init(
    _ name: String, type: String, mode: UInt16, links: Int, size: Int, modified: UnixTime,
    now: UnixTime
  ) {
    self.name = name
    var letters = type
    for shift in [6, 3, 0] {
      let bits = mode >> shift
      letters += (bits & 4 != 0 ? "r" : "-") + (bits & 2 != 0 ? "w" : "-")
      letters += bits & 1 != 0 ? "x" : "-"
    }
    text = DirectoryMessages.longName(
      letters, "\(links)".rightAligned(in: 4), "\(size)".rightAligned(in: 8),
      Self.time(modified, now: now), name)
  }

  /// `Nov 23 09:16`, or with the year instead of the time for what is older than half a year or of
  /// the future.
  private static func time(_ time: UnixTime, now: UnixTime) -> String {
    let day = 86_400 as UnixTime
    let days = Int(time >= 0 ? time / day : (time - day + 1) / day)
    let minutes = Int(time - UnixTime(days) * day) / 60
    let (year, month, dayOfMonth) = date(days)
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let isRecent = time <= now && now - time < 365 * day / 2
    let clock =
      ["\(minutes / 60)", "\(minutes % 60)"].map { $0.count < 2 ? "0" + $0 : $0 }
      .joined(separator: ":")
    return names[month] + " " + "\(dayOfMonth)".rightAligned(in: 2) + " "
      + (isRecent ? clock : "\(year)".rightAligned(in: 5))
  }

  /// The date of a day since 1970 in the Gregorian calendar; the month counts from 0.
  private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
    // Counted from 1 March of a year that 400 divides, leap days come last.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let isNextYear = month >= 10
    return (
      yearOfEra + era * 400 + (isNextYear ? 1 : 0), (month + 2) % 12,
      dayOfYear - (153 * month + 2) / 5 + 1
    )
  }
}

extension String {
  /// The text with blanks in front up to a width.
  fileprivate func rightAligned(in width: Int) -> String {
    String(repeating: " ", count: max(0, width - utf8.count)) + self
  }
}
