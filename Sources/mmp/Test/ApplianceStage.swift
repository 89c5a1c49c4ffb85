import Appliance
import Console
import MMPShell
import Transcripts

/// The windows of a transcript: a console for each appliance that a prompt names.
///
/// An appliance is switched on when its prompt first appears. The header's files are those of the
/// first one.
final class ApplianceStage: Stage {
  private let release: Release
  private let clock: ClockTime?
  private var files: [FileStore.File]
  private var consoles: [(appliance: Appliance, session: Session)] = []

  /// A stage as `header` wants it; `files` in it is a folder beside the transcript.
  init(for header: TranscriptHeader, beside transcript: HostFile) throws(Failure) {
    release =
      try header[.release].map { (text) throws(Failure) in
        guard let release = Release(text) else {
          throw Failure(.unreadable, "unknown release \(text)")
        }
        return release
      } ?? .default
    clock = try header[.clock].map { (text) throws(Failure) in
      guard let clock = ClockTime(argument: text) else {
        throw Failure(.unreadable, "\(text) is no ISO 8601 time")
      }
      return clock
    }
    if let scenario = header[.scenario] {
      throw Failure(.unreadable, "there is no scenario \(scenario)")
    }
    files =
      try header[.files].map { (path) throws(Failure) in
        try HostFolder(path: transcript.sibling(path).path).files()
      } ?? []
  }

  func window(named prompt: WindowPrompt) -> Session? {
    guard case .console(let host) = prompt else { return nil }
    if let index = consoles.firstIndex(where: { $0.appliance.hostname == host }) {
      // Whoever left may log in again.
      if consoles[index].session.hasEnded {
        consoles[index].session = Session(Shell(on: consoles[index].appliance))
      }
      return consoles[index].session
    }
    let appliance = Appliance(hostname: host, release: release, now: clock.now)
    // Names and sizes were checked against the same quota when the folder was read.
    try? appliance.store(files)
    files = []
    let session = Session(Shell(on: appliance))
    consoles.append((appliance, session))
    return session
  }
}
