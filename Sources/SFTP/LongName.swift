public import Time

/// A line of a listing, in OpenSSH's form.
public struct LongName: Sendable {
  /// The form of a line, with each column as a name in braces.
  public static let form = "{mode} {links} \(owners) {size} {time} {name}"
  private static let owners = "root     root    "

  /// The file's name.
  public let name: String
  /// Permissions, as `-rw-r--r--`.
  public let mode: String
  /// How many names it has, in its column.
  public let links: String
  /// Its bytes, in its column.
  public let size: String
  /// When it was written.
  public let time: String

  /// The whole line.
  public var text: String { "\(mode) \(links) \(Self.owners) \(size) \(time) \(name)" }

  /// The line of an entry, listed at a time.
  public init(of entry: RemoteEntry, at now: UnixTime) {
    name = entry.name
    var mode = entry.isDirectory ? "d" : "-"
    for shift in [6, 3, 0] {
      let bits = entry.mode >> shift
      mode += (bits & 4 != 0 ? "r" : "-") + (bits & 2 != 0 ? "w" : "-")
      mode += bits & 1 != 0 ? "x" : "-"
    }
    self.mode = mode
    links = "\(entry.isDirectory ? 2 : 1)".rightAligned(in: 4)
    size = "\(entry.size)".rightAligned(in: 8)
    time = Self.time(entry.modified, now: now)
  }

  /// `Nov 23 09:16`, or with the year instead of the time for what is older than half a year or of
  /// the future, as OpenSSH's `ls_file` in sftp-common.c has it.
  private static func time(_ time: UnixTime, now: UnixTime) -> String {
    let calendar = CalendarTime(time)
    let isRecent = time <= now && now - time < .days(365) / 2
    return calendar.monthName + " " + "\(calendar.day)".rightAligned(in: 2) + " "
      + (isRecent ? calendar.hourAndMinute : "\(calendar.year)".rightAligned(in: 5))
  }
}

extension String {
  /// The text with blanks in front up to a width.
  fileprivate func rightAligned(in width: Int) -> String {
    String(repeating: " ", count: max(0, width - utf8.count)) + self
  }
}
