import Console
import Ledger
import PKI

extension Builtin {
  /// The columns of Windows with American settings; the clock shows UTC.
  static let dir = Builtin(
    "dir", summary: "Displays a list of files and subdirectories in a directory."
  ) { (call) throws(Complaint) in
    let words = Words(call.rest)
    // Switches that change the look of the list are accepted and change nothing, but for /b.
    try call.check(words.options, allowed: "abcdlnopqrtwx4")
    let isBare = words.options.contains { $0.lowercased() == "b" }
    var output = Output()
    var hasHeader = false
    var status = 0
    for name in words.names.isEmpty ? [""] : words.names where !call.screen.isInterrupted {
      let listing = try Listing(name, call)
      guard !output.isFull else { throw Complaint(Message.notEnoughStorage()) }
      if isBare {
        for entry in listing.entries where !entry.isDots { output.add(entry.name) }
      } else {
        if !hasHeader {
          output.add(Message.dirVolume())
          output.add(Message.dirSerial(VolumeFacts.serial))
          hasHeader = true
        }
        output.add(Message.dirHeading(listing.folder.description))
        if !listing.entries.isEmpty { listing.add(to: &output) }
      }
      // A folder's dots are no names for /b.
      if listing.entries.allSatisfy({ isBare && $0.isDots }) {
        output.add(Message.dirNothing(), to: .error)
        status = 1
      }
    }
    return Outcome(output, status: status)
  }
}

/// What `dir` shows of the volume.
private enum VolumeFacts {
  static let serial = "F80A-FDD9"
  static let freeBytes = 9_600_487_424
}

/// What one name of `dir` lists.
private struct Listing {
  struct Entry {
    let name: String
    let modified: UnixTime
    /// Nil for a folder.
    let size: Int?

    var isDots: Bool { name == "." || name == ".." }
  }

  let folder: WindowsPath
  let entries: [Entry]

  init(_ typed: String, _ call: Builtin.Call) throws(Complaint) {
    let path = try call.path(typed, allowsWildcards: true)
    let namesFolder = call.drive.isFolder(path)
    let folder = call.drive.spelled(namesFolder ? path : path.parent)
    let wildcard = Wildcard(namesFolder ? "*" : path.name)
    let list: [Drive.Entry]
    do throws(Drive.Failure) {
      list = try call.drive.list(folder)
    } catch {
      throw Complaint(error == .accessDenied ? .notFound : .pathNotFound)
    }
    var entries = list.filter { wildcard.matches($0.name) }.map {
      Entry(name: $0.name, modified: $0.modified, size: $0.contents?.count)
    }
    // The root has no dots; elsewhere they are names like others and may fit a pattern.
    if !folder.names.isEmpty, namesFolder || Wildcard.isPattern(path.name) {
      let modified = call.drive.entry(at: folder)?.modified ?? 0
      let dots = [".", ".."].filter { namesFolder || wildcard.matches($0) }
      entries.insert(
        contentsOf: dots.map { Entry(name: $0, modified: modified, size: nil) }, at: 0)
    }
    self.folder = folder
    self.entries = entries
  }

  func add(to output: inout Output) {
    for entry in entries {
      let time = DirectoryTime(entry.modified).description
      if let size = entry.size {
        output.add(Message.dirFile(time, Columns.number(size, width: 18), entry.name))
      } else {
        output.add(Message.dirFolder(time, entry.name))
      }
    }
    let files = entries.compactMap(\.size)
    output.add(
      Message.dirFiles(
        Columns.number(files.count, width: 16), Columns.number(files.reduce(0, +), width: 14)))
    output.add(
      Message.dirFolders(
        Columns.number(entries.count - files.count, width: 16),
        Columns.number(VolumeFacts.freeBytes, width: 15)))
  }
}

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
