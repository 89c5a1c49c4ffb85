import Appliance
import Glibc
import Lab
import Transcripts

/// What the header of a solution may say. It may come from anybody, with the tasks.
extension Solution {
  /// Refuses what the lab of its tasks is not, and folders elsewhere on this machine.
  ///
  /// - Parameters:
  ///   - scenario: that of the tasks; nil for the lab of the page.
  ///   - tasks: their file.
  ///   - first: the solution whose header the lab was built for; nil if that is this one.
  func checkHeader(
    in scenario: Scenario?, beside tasks: HostFile, after first: Solution?
  ) throws(Failure) {
    let header = transcript.header
    try checkScenario(scenario)
    if let path = header[.files] { try checkFolder(path, beside: tasks) }
    if let text = header[.release] {
      guard let release = ReleaseNumber(argument: text) else {
        throw refused(.release, "unknown release \(text)")
      }
      try check(.release, "\(release)", after: first) { text in
        "\(text.flatMap(ReleaseNumber.init(argument:)) ?? ReleaseNumber(release: .default))"
      }
    }
    if let text = header[.clock] {
      guard let clock = ClockTime(argument: text) else {
        throw refused(.clock, "\(text) is no ISO 8601 time")
      }
      try check(.clock, "\(clock.seconds)", after: first) { text in
        text.flatMap(ClockTime.init(argument:)).map { "\($0.seconds)" } ?? ""
      }
    }
  }

  private func checkScenario(_ scenario: Scenario?) throws(Failure) {
    guard let text = transcript.header[.scenario] else { return }
    let isNone = text == LabStage.noLab
    let named: Scenario?
    do throws(Failure) {
      named = isNone ? nil : try Scenario.called(text, or: file.sibling(text))
    } catch {
      throw refused(.scenario, error.description)
    }
    guard !isNone, named?.source == scenario?.source else {
      throw refused(.scenario, "it plays in another lab than the tasks it solves")
    }
  }

  /// All solutions of single tasks are typed in one lab, which is as the first one wants it.
  private func check(
    _ key: TranscriptHeader.Key, _ value: String, after first: Solution?,
    read: (String?) -> String
  ) throws(Failure) {
    guard let first, read(first.transcript.header[key]) != value else { return }
    throw refused(
      key,
      "the solutions of single tasks are typed in one lab, which \(first.file.path) has begun with "
        + "another \(key.rawValue); say it there")
  }

  private func checkFolder(_ path: String, beside tasks: HostFile) throws(Failure) {
    guard !path.hasPrefix("/") else {
      throw refused(.files, "a folder beside the tasks belongs here, with no `/` in front")
    }
    guard let folder = file.sibling(path).realPath, let home = tasks.folder.realPath else {
      throw refused(.files, "there is no folder \(path)")
    }
    guard folder == home || folder.hasPrefix(home.hasSuffix("/") ? home : home + "/") else {
      throw refused(.files, "\(path) is not within the folder of the tasks")
    }
  }

  private func refused(_ key: TranscriptHeader.Key, _ sentence: String) -> Failure {
    let place = transcript.header.places[key].map { ":\($0)" } ?? ""
    return Failure(key == .files ? .unreadable : .differs, "\(file.path)\(place): \(sentence)")
  }
}

extension HostFile {
  /// The folder it is in.
  fileprivate var folder: HostFile {
    guard let slash = path.lastIndex(of: "/") else { return HostFile(path: ".") }
    return HostFile(path: slash == path.startIndex ? "/" : String(path[..<slash]))
  }

  /// The path from the root, links followed; nil if there is nothing of that name.
  fileprivate var realPath: String? {
    guard let path = realpath(path, nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
