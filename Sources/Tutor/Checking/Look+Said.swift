import Appliance
import Console
import Lab
import Ledger
import MMPShell
import Transcripts
import Words

extension Look {
  /// That a message was said, anywhere if no machine is given; with certain files, if they are still what
  /// they were then.
  ///
  /// - Parameter marks: what is remembered of the condition.
  func said(
    _ id: String, values: [String: String], occasion: Check.Occasion, on machine: String?,
    marks: SeenMarks
  ) throws(Mismatch) -> String {
    let place = machine.map { " on \($0 == "pc1" ? "PC1" : $0)" } ?? ""
    let told = said.filter {
      $0.answers(id: id, values: values, host: machine, command: occasion.command)
    }
    let deed = Self.deed(id, values: values, command: occasion.command)
    guard !occasion.files.isEmpty else {
      guard !told.isEmpty else { throw Mismatch("\(deed.open)\(place)\(deed.after) yet.") }
      return "\(deed.done)\(place)."
    }
    let state = state(of: occasion.files, on: machine ?? "cms1a")
    if let state, marks.states.contains(state) || told.contains(where: { $0.files == state }) {
      return "\(deed.done)\(place)."
    }
    guard !marks.states.isEmpty || told.contains(where: { $0.files != nil }) else {
      throw Mismatch("\(deed.open)\(place)\(deed.after) yet.")
    }
    throw Mismatch("\(deed.done)\(place), but not with the files that are there now.")
  }

  /// What is said of it before and after it was said or typed, up to the place; and what it is to come
  /// after.
  private static func deed(
    _ id: String, values: [String: String], command: String?
  ) -> (open: String, done: String, after: String) {
    guard id != Said.typedLine else {
      let line = Shown.quoted(values[Said.line] ?? "")
      let error = values[Said.told].map { " after \(Shown.quoted(Self.text(of: $0)))" } ?? ""
      let command = values[Said.about].map { " about \(Shown.quoted($0))" } ?? ""
      return ("\(line) has not been typed", "\(line) was typed", error + command)
    }
    let words = Shown.quoted(Self.text(of: id))
    guard let command else { return ("\(words) has not been said", "\(words) was said", "") }
    let line = Shown.quoted(command)
    return (
      "\(line) has not been answered with \(words)", "\(line) was answered with \(words)", ""
    )
  }

  /// What a message says.
  private static func text(of id: String) -> String {
    MMPShell.Ledger.lab.entries.first { $0.id == id }?.text ?? id
  }

  /// That a command has that answer. It is carried out on a copy of the appliance, of which nobody
  /// hears.
  func answer(
    to command: String, on machine: String, is lines: [String]
  ) throws(Mismatch) -> String {
    guard let appliance = world.appliance(named: machine), Shell.onlyReads(command) else {
      throw Mismatch("\(machine) cannot be asked \(Shown.quoted(command)).")
    }
    // What takes long for a visitor, who has a turn of their own, is not done for a look.
    let slow = command.split(separator: " ").map(String.init)
      .first { appliance.file(named: $0) != nil && !appliance.isQuick([$0]) }
    if let slow {
      throw Mismatch("\(slow) on \(machine) is larger than anything this lab asks for.")
    }
    guard let copy = appliance.copy else { throw Mismatch("\(machine) cannot be asked now.") }
    let screen = TextScreen()
    copy.frontDoor.console().session(carryingOut: [command]).start(on: screen)
    let shown = AnswerLines.split(screen.bytes)
    guard !AnswerLines(lines).match(shown) else {
      return "\(machine) answers \(Shown.quoted(command)) as is wanted."
    }
    let first = shown.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    throw Mismatch(
      "\(machine) answers \(Shown.quoted(command)) with \(Shown.quoted(first)), not with "
        + "\(Shown.quoted(lines.first ?? "")).")
  }
}

extension Appliance {
  /// One like it that nobody else knows: its files, name, release and time, and a journal without
  /// subscribers.
  fileprivate var copy: Appliance? {
    let copy = Appliance(
      hostname: hostname, release: release, quota: quota, accounts: accounts, hostKey: hostKey,
      now: now)
    return (try? copy.store(files)) == nil ? nil : copy
  }
}

/// Lines that an answer has to have, in the words of transcripts.
struct AnswerLines {
  private let patterns: [LinePattern]

  init(_ lines: [String]) { patterns = lines.map { LinePattern(Array($0.utf8)[...]) } }

  /// The lines that were shown, without the end of the last.
  static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.last?.isEmpty == true ? lines.dropLast() : lines
  }

  /// Whether the lines are those; `[...]` stands for any number of them.
  func match(_ shown: [ArraySlice<UInt8>]) -> Bool {
    // The places in the patterns at which what was shown so far may have arrived.
    var places = reached(from: [0])
    for line in shown {
      var next: Set<Int> = []
      for place in places where place < patterns.count && patterns[place].matches(line) {
        next.insert(patterns[place].isAnyLines ? place : place + 1)
      }
      places = reached(from: next)
      if places.isEmpty { return false }
    }
    return places.contains(patterns.count)
  }

  /// With the places that are reached without a line.
  private func reached(from places: Set<Int>) -> Set<Int> {
    var all = places
    for var place in places {
      while place < patterns.count, patterns[place].isAnyLines {
        place += 1
        all.insert(place)
      }
    }
    return all
  }
}
