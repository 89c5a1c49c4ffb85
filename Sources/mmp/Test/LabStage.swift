import Appliance
import Console
import Lab
import MMPShell
import Transcripts
import Workstation

/// The windows of a transcript: the consoles of the lab's appliances, PC1's command window, and a
/// console of a new appliance for each other host name.
///
/// An appliance outside the lab is switched on when its prompt first appears. The header's files
/// are those of the first window. The authorities' serial numbers are the same in each replay: what a
/// transcript shows may depend on any byte of a certificate.
final class LabStage: Stage {
  /// The `scenario` of a transcript that plays on new appliances only, whatever their names.
  static let noLab = "none"

  private let release: ReleaseNumber
  private let clock: ClockTime?
  private let scenario: Scenario?
  private let hasLab: Bool
  private let pod: Int?
  private let random = SeededNumbers(seed: 0)
  private var files: [FileStore.File]
  private var consoles: [(appliance: Appliance, session: Session)] = []
  private var commandWindow: Session?
  /// The lab, once a window of it is used.
  private var lab: World?

  /// A stage as `header` wants it; `files` in it is a folder beside the transcript, and so is a
  /// `scenario` that is no name.
  ///
  /// - Parameter tasks: the lab it plays in, whatever the header says, where tasks have one.
  /// - Throws: ``Failure/Status/differs`` for a mistake in the header itself,
  ///   ``Failure/Status/unreadable`` for files it names.
  init(
    for header: TranscriptHeader, beside transcript: HostFile, in tasks: TaskLab? = nil
  ) throws(Failure) {
    release =
      try header[.release].map { (text) throws(Failure) in
        guard let release = ReleaseNumber(argument: text) else {
          throw Failure(.differs, "unknown release \(text)")
        }
        return release
      } ?? ReleaseNumber(release: .default)
    clock = try header[.clock].map { (text) throws(Failure) in
      guard let clock = ClockTime(argument: text) else {
        throw Failure(.differs, "\(text) is no ISO 8601 time")
      }
      return clock
    }
    hasLab = tasks != nil || header[.scenario] != Self.noLab
    let named =
      header[.scenario] == Self.noLab
      ? nil
      : try header[.scenario].map { (text) throws(Failure) in
        try Scenario.called(text, or: transcript.sibling(text))
      }
    if let tasks, header[.scenario] != nil, named?.source != tasks.scenario?.source {
      throw Failure(.differs, "it plays in another lab than the tasks it solves")
    }
    scenario = if let tasks { tasks.scenario } else { named }
    pod = tasks?.pod
    files = try Self.files(of: header, beside: transcript)
    // A scenario that cannot be built must not look like a difference.
    if scenario != nil || tasks != nil {
      lab = try built()
    }
  }

  /// The lab that tasks have.
  struct TaskLab {
    /// Its scenario; nil for the lab of the page.
    let scenario: Scenario?
    /// The number of its pod; nil for its own.
    var pod: Int?
  }

  /// Begins another transcript in the same lab, in new windows, of which the first gets its files.
  func goOn(with header: TranscriptHeader, beside transcript: HostFile) throws(Failure) {
    closeWindows()
    files = try Self.files(of: header, beside: transcript)
  }

  private static func files(
    of header: TranscriptHeader, beside transcript: HostFile
  ) throws(Failure) -> [FileStore.File] {
    guard let path = header[.files] else { return [] }
    let files = try HostFolder(path: transcript.sibling(path).path).files()
    // A transcript in that very folder was not there yet when it was recorded.
    return path == "." ? files.filter { $0.name != transcript.name } : files
  }

  /// The lab, where it is there from the beginning.
  var builtLab: World? { lab }

  /// Whether a window waits for an answer, and what it asks.
  var openQuestion: String? {
    let sessions = consoles.map(\.session) + [commandWindow].compactMap(\.self)
    return sessions.first { !$0.hasEnded && $0.prompt.purpose != .command }?.prompt.last
  }

  /// Closes all windows; the machines stay as they are.
  private func closeWindows() {
    consoles.removeAll()
    commandWindow = nil
  }

  /// Whether a machine is called so, or was when its console was opened.
  func hasMachine(called host: String) -> Bool {
    consoles.contains { $0.appliance.hostname == host } || lab?.appliance(named: host) != nil
  }

  func window(named prompt: WindowPrompt) -> Session? {
    switch prompt {
    case .console(let host): console(of: host)
    case .command, .psftp: pc1()
    }
  }

  private func console(of host: String) -> Session? {
    if let index = consoles.firstIndex(where: { $0.appliance.hostname == host }) {
      // Whoever left may log in again.
      if consoles[index].session.hasEnded {
        consoles[index].session = consoles[index].appliance.frontDoor.console().session()
      }
      return consoles[index].session
    }
    let appliance =
      world()?.appliance(named: host)
      ?? Appliance(hostname: host, release: release.release, now: clock.now)
    // Names and sizes were checked against the same quota when the folder was read.
    try? appliance.store(takeFiles())
    let session = appliance.frontDoor.console().session()
    consoles.append((appliance, session))
    return session
  }

  private func pc1() -> Session? {
    if let commandWindow, !commandWindow.hasEnded { return commandWindow }
    guard let lab = world() else { return nil }
    // An appliance's store takes no more than PC1's drive.
    try? lab.load(takeFiles())
    commandWindow = lab.workstation.seat().openWindow()
    return commandWindow
  }

  private func world() -> World? {
    // Without a scenario nothing of the user's is in it, so it can be built.
    if lab == nil, hasLab { lab = try? built() }
    return lab
  }

  private func built() throws(Failure) -> World {
    try World.built(scenario, release: release, clock: clock, pod: pod) { [random] in random.next()
    }
  }

  private func takeFiles() -> [FileStore.File] {
    defer { files = [] }
    return files
  }
}
