import Appliance
import ArgumentParser
import Glibc
import Journal
import MMPShell
import Time
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
    do throws(StoreRefusal) {
      try store(files)
    } catch {
      throw Failure(.unreadable, "\(folder.path): \(error.explanation)")
    }
  }
}

extension StoreRefusal {
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
    guard let time = ISO8601Time(argument), (1950...9998).contains(time.local.year) else {
      return nil
    }
    text = argument
    seconds = time.unixTime
  }
}

extension ClockTime? {
  /// The time by this clock; without one, the host's.
  var now: @Sendable () -> UnixTime {
    guard let seconds = self?.seconds else { return { UnixTime(time(nil)) } }
    return { seconds }
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
