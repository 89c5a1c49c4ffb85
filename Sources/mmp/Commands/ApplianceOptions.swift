import Appliance
import ArgumentParser
import Glibc
import Journal
import MMPShell
import PKI
import Transcripts

/// What an appliance is made of, from the command line.
struct ApplianceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The appliance's host name.", valueName: "name"))
  var host = "cms1a"

  @OptionGroup var software: ReleaseOptions

  @Option(
    help: ArgumentHelp("Copy this folder's files to the appliance first.", valueName: "folder"))
  var files: String?

  /// The release to behave as.
  var release: ReleaseNumber { software.release }

  /// A time to stand still at; nil for the host's.
  var clock: ClockTime? { software.clock }

  /// The header of a transcript, in `file`, that is to be replayed on the same appliance.
  func header(in file: HostFile) -> TranscriptHeader {
    var header = TranscriptHeader()
    header[.release] = "\(release.release)"
    header[.clock] = clock?.text ?? CalendarTime(clock.now()).iso8601
    header[.files] = files.map { file.relativePath(to: $0) }
    return header
  }

  /// Refuses a host name that could not stand in a prompt.
  func validate() throws {
    guard HostName.isValid(host) else { throw ValidationError("'\(host)' is no host name.") }
  }

  /// An appliance with its files.
  func appliance() throws(Failure) -> Appliance {
    let now = clock.now
    let journal = Journal(clock: HostClock.milliseconds, labClock: { Int64(now()) })
    let appliance = Appliance(
      hostname: host, release: release.release, journal: journal, now: now)
    appliance.keepLog()
    if let files { try appliance.load(HostFolder(path: files)) }
    return appliance
  }
}

extension Appliance {
  /// Copies a folder's files into the store.
  func load(_ folder: HostFolder) throws(Failure) {
    let files = try folder.files()
    do throws(FileStore.Refusal) {
      try store(files)
    } catch {
      throw Failure(.unreadable, "\(folder.path): \(error.explanation)")
    }
  }
}

extension FileStore.Refusal {
  /// A sentence for the person who chose the folder.
  fileprivate var explanation: String {
    switch self {
    case .invalidName(let name):
      "\(name): file names are letters, digits, '.', '-' and '_'"
    case .fileTooLarge(let name): "\(name) is too large"
    case .tooManyFiles: "too many files"
    case .full: "the files are too large together"
    }
  }
}

/// A fixed time for the appliance's clock.
struct ClockTime: ExpressibleByArgument {
  /// The time as it was written.
  let text: String
  let seconds: UnixTime

  /// Reads ISO 8601: a date, or date and time, UTC unless a zone is given; years 1950 to 9998, which
  /// certificates can express.
  init?(argument: String) {
    let form = #/(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?/#
    guard let match = argument.wholeMatch(of: form)?.output,
      let year = Int32(match.1), let month = Int32(match.2), let day = Int32(match.3)
    else { return nil }
    let (hour, minute) = (Int32(match.4 ?? "0") ?? 0, Int32(match.5 ?? "0") ?? 0)
    let second = Int32(match.6 ?? "0") ?? 0
    guard (1950...9998).contains(year), hour < 24, minute < 60, second < 60,
      let offset = Self.zoneOffset(match.7 ?? "Z")
    else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (year - 1900, month - 1, day)
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (hour, minute, second)
    let time = timegm(&parts)
    // timegm takes 30 February for 2 March.
    guard parts.tm_mon == month - 1, parts.tm_mday == day else { return nil }
    text = argument
    seconds = UnixTime(time) - offset
  }

  /// The seconds by which a zone is ahead of UTC.
  private static func zoneOffset(_ zone: Substring) -> UnixTime? {
    guard zone != "Z" else { return 0 }
    guard let hours = UnixTime(zone.dropFirst().prefix(2)), let minutes = UnixTime(zone.suffix(2)),
      hours < 24, minutes < 60
    else { return nil }
    return (zone.first == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}

extension ClockTime? {
  /// The time by this clock; without one, the host's.
  var now: @Sendable () -> UnixTime {
    guard let seconds = self?.seconds else { return { UnixTime(time(nil)) } }
    return { seconds }
  }
}

extension CalendarTime {
  /// As ``ClockTime`` reads it.
  fileprivate var iso8601: String {
    func padded(_ number: Int, to width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = "\(padded(year, to: 4))-\(padded(month))-\(padded(day))"
    let (hour, minute) = (secondOfDay / 3_600, secondOfDay / 60 % 60)
    return "\(date)T\(padded(hour)):\(padded(minute)):\(padded(secondOfDay % 60))Z"
  }
}

/// A release on the command line.
struct ReleaseNumber: ExpressibleByArgument {
  let release: Release

  init(release: Release) { self.release = release }

  /// Reads `2.9`.
  init?(argument: String) {
    guard let release = Release(argument) else { return nil }
    self.release = release
  }

  var defaultValueDescription: String { "\(release)" }
}
