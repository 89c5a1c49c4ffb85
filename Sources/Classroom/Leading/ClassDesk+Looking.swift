import Control
import Journal
import Lab
import LineEditing
import Store
import Words

extension ClassDesk {
  /// How the class stands.
  func showStatus(asJSON: Bool, to asker: any ClassAsker) throws(ClassRefusal) {
    catchUp()
    let present = pods?.mapValues(\.attendance.present)
    let status = try read { (reading) throws(StoreFault) in
      try ClassStatus(reading, present: present, now: clock())
    }
    asker.show(Array((asJSON ? status.json : status.text).utf8))
  }

  /// What was reached, in that form; a table where none is given.
  func showGrades(as form: String?, to asker: any ClassAsker) throws(ClassRefusal) {
    guard let form = GradeSheet.Form(rawValue: form ?? GradeSheet.Form.table.rawValue) else {
      throw ClassRefusal("there is no such form of grades", status: 64)
    }
    catchUp()
    let sheet = try read { (reading) throws(StoreFault) in try GradeSheet(reading) }
    guard !sheet.rows.isEmpty else {
      throw ClassRefusal("there is nothing to grade: the class has no tasks")
    }
    asker.show(Array(sheet.text(as: form).utf8))
  }

  /// Has all in the file that happened so far, if that takes no longer than a moment.
  private func catchUp() {
    let end = clock() + Int64(Self.patience)
    for pod in (pods ?? [:]).values where clock() < end { pod.catchUp() }
    archive.catchUp(within: Self.patience)
  }

  /// What happened, in the journal's lines; nobody misses any while they wait for more.
  func showEvents(
    of pod: Int?, follows: Bool, to asker: any ClassAsker
  ) throws(ClassRefusal) -> Ending {
    if follows, pods == nil { throw ClassRefusal("nobody serves the class now", status: 69) }
    archive.catchUp(within: Self.patience)
    var last: Int64 = 0
    while true {
      let start = last
      let (events, next) = try read { (reading) throws(StoreFault) in
        try reading.events(of: pod, after: start, limit: 1_000)
      }
      last = next
      guard events.isEmpty else {
        // Either the server ends, or whoever asked has gone and hears nothing of it.
        guard asker.show(events.flatMap { Array($0.line.utf8) + [0x0A] }) else {
          return Self.serverEnds
        }
        continue
      }
      guard follows else { return Ending() }
      guard asker.wait(milliseconds: Self.glance) else { return Self.serverEnds }
    }
  }

  /// How long somebody who looks waits for what is not written down yet, in milliseconds.
  private static let patience = 20
  /// How often it is looked for more, in milliseconds.
  private static let glance: Int32 = 200
  /// What somebody is told who wanted to see more.
  private static let serverEnds = Ending(status: 69, "the server has ended")

  /// Leaves a line for the next prompt of all who are at a terminal.
  func say(_ text: String, in pod: Int?, to asker: any ClassAsker) throws(ClassRefusal) {
    let told = (pods ?? [:]).filter { pod == nil || pod == $0.key }
      .map { $0.value.board.tell(text) }.filter { $0 > 0 }
    guard !told.isEmpty else { throw Self.nobody(at: pod) }
    let terminals = told.reduce(0, +)
    say(
      "left at \(terminals) \(terminals == 1 ? "terminal" : "terminals") in \(told.count) "
        + "\(told.count == 1 ? "pod" : "pods"), for the next prompt", to: asker)
  }

  private static func nobody(at pod: Int?, host: String? = nil) -> ClassRefusal {
    let place = host.map { " of \(Shown.plain($0))" } ?? ""
    return ClassRefusal("nobody is at a terminal\(place)" + (pod.map { " in pod \($0)" } ?? ""))
  }

  /// Shows the terminal of a pod that was used last, until it is left or nobody looks any more.
  func watch(
    _ pod: Int, at host: String?, for asker: any ClassAsker
  ) throws(ClassRefusal) -> Ending {
    guard let served = served(pod) else { throw Self.nobody(at: pod) }
    let last = Dictionary(
      served.attendance.present.map { ($0.visit, $0) }, uniquingKeysWith: { first, _ in first })
    let terminals = served.board.terminals.filter { host == nil || $0.host == host }
    let found = terminals.max { one, other in
      func use(_ terminal: TerminalBoard.Terminal) -> Int64 {
        terminal.visit.flatMap { last[$0]?.lastEvent } ?? 0
      }
      return use(one) < use(other)
    }
    guard let found else { throw Self.nobody(at: pod, host: host) }
    let attendee = found.visit.flatMap { last[$0] }
    let who = attendee.map { " of \(Shown.plain($0.user)) from \($0.source)" } ?? ""
    say("| pod \(pod), \(Shown.plain(found.host)): the terminal\(who); Ctrl-C leaves it", to: asker)
    let relay = WatchRelay(to: asker)
    found.view.tell("Your instructor watches this terminal.")
    let number = found.view.watch { relay.take($0) }
    defer {
      found.view.unwatch(number)
      found.view.tell("Your instructor has stopped watching.")
    }
    while !relay.hasEnded {
      guard asker.wait(milliseconds: 1_000) else { return Self.serverEnds }
      relay.catchUp()
    }
    asker.show(Array("\r\n| the session is over\r\n".utf8))
    return Ending()
  }
}
