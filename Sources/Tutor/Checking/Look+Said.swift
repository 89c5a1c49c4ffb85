import Appliance
import Console
import Lab
import Ledger
import MMPShell
import Transcripts
import Words

extension Look {
  /// That a message was said, anywhere if no machine is given.
  func said(
    _ id: String, values: [String: String], on machine: String?
  ) throws(Mismatch) -> String {
    let place = machine.map { " on \($0 == "pc1" ? "PC1" : $0)" } ?? ""
    if id == Said.typedLine {
      let line = Shown.quoted(values[Said.line] ?? "")
      guard said.contains(where: { $0.answers(id: id, values: values, host: machine) }) else {
        let error = values[Said.told].map { " after \(Shown.quoted(Self.text(of: $0)))" } ?? ""
        throw Mismatch("\(line) has not been typed\(place)\(error) yet.")
      }
      return "\(line) was typed\(place)."
    }
    let words = Self.text(of: id)
    guard said.contains(where: { $0.answers(id: id, values: values, host: machine) }) else {
      throw Mismatch("\(Shown.quoted(words)) has not been said\(place) yet.")
    }
    return "\(Shown.quoted(words)) was said\(place)."
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
