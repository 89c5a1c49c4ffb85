import Appliance
import ArgumentParser
import FoundationEssentials
import PKI
import Transcripts

/// What an appliance is made of, from the command line.
struct ApplianceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The appliance's host name.", valueName: "name"))
  var host = "cms1a"

  @Option(
    help: ArgumentHelp("The release to behave as: 2.0 to 2.9, 3.0 to 3.12.", valueName: "release"))
  var release = ReleaseNumber(release: .default)

  @Option(
    help: ArgumentHelp(
      "A time to stand still at, such as 2026-11-23T09:00:00Z.", valueName: "iso8601"))
  var clock: ClockTime?

  @Option(
    help: ArgumentHelp("Copy this folder's files to the appliance first.", valueName: "folder"))
  var files: String?

  /// The header of a transcript that is to be replayed on the same appliance.
  var header: TranscriptHeader {
    var header = TranscriptHeader()
    header[.release] = "\(release.release)"
    header[.clock] = clock?.text
    // The transcript may lie elsewhere.
    header[.files] = files.map {
      $0.hasPrefix("/") ? $0 : "\(FileManager.default.currentDirectoryPath)/\($0)"
    }
    return header
  }

  /// Refuses a host name that could not stand in a prompt.
  func validate() throws {
    guard HostName.isValid(host) else { throw ValidationError("'\(host)' is no host name.") }
  }

  /// An appliance with its files.
  func appliance() throws(Failure) -> Appliance {
    let appliance = Appliance(hostname: host, release: release.release, now: clock.now)
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

  /// Reads ISO 8601: a date, or date and time, UTC unless a zone is given.
  init?(argument: String) {
    let styles: [Date.ISO8601FormatStyle] = [
      .iso8601, .iso8601WithTimeZone(includingFractionalSeconds: true),
      .iso8601.year().month().day().time(includingFractionalSeconds: false),
      .iso8601.year().month().day(),
    ]
    for style in styles {
      guard let date = try? style.parse(argument), Self.isDay(argument.prefix(10)) else { continue }
      text = argument
      seconds = UnixTime(date.timeIntervalSince1970.rounded(.down))
      return
    }
    return nil
  }

  /// Whether the calendar has such a day; the parser takes 30 February for 2 March.
  private static func isDay(_ day: Substring) -> Bool {
    let style = Date.ISO8601FormatStyle.iso8601.year().month().day()
    return (try? style.parse(String(day))).map { style.format($0) == day } ?? false
  }
}

extension ClockTime? {
  /// The time by this clock; without one, the host's.
  var now: @Sendable () -> UnixTime {
    guard let seconds = self?.seconds else { return { UnixTime(Date().timeIntervalSince1970) } }
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
