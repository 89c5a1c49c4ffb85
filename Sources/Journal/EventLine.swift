import Time

/// An event as a line of JSON; docs/journal.md says what each field means. Fields that were given
/// once stay.
package struct EventLine {
  /// Most bytes of one text: a line of a megabyte tells no more than its beginning.
  private static let longestText = 4096
  /// Most lines are no longer.
  private static let usualLength = 320

  private var json: [UInt8] = []

  /// The line of an event, with its end.
  package static func bytes(of event: Event) -> [UInt8] {
    var line = EventLine()
    line.json.reserveCapacity(usualLength)
    line.add(event)
    line.json += "}\n".utf8
    return line.json
  }

  private mutating func add(_ event: Event) {
    json.append(UInt8(ascii: "{"))
    number("v", 1)
    number("n", event.number)
    text("time", CalendarTime.iso8601(milliseconds: event.time))
    // Clocks that go alike may be read on both sides of a second's end.
    if abs(event.labTime - event.time / 1000) > 1 {
      text("labTime", CalendarTime.iso8601(milliseconds: event.labTime * 1000))
    }
    number("pod", event.pod)
    text("host", event.host)
    if let actor = event.actor {
      if let visit = actor.visit { number("visit", visit) }
      text("user", actor.user)
      text("source", actor.source.description)
    }
    number("attempt", event.attempt)
    add(event.kind)
  }

  private mutating func add(_ kind: Event.Kind) {
    text("event", kind.name)
    switch kind {
    case .begun(let manner), .ended(let manner): text("manner", manner.rawValue)
    case .refused(let reason): text("reason", reason.rawValue)
    case .typed(let typed):
      text("line", typed.line)
      if !typed.isCommand { literal("answer", "true") }
      if !typed.isPermitted { literal("permitted", "false") }
      if typed.isFed { literal("fed", "true") }
    case .said(let product, let id, let values):
      text("product", product)
      text("id", id)
      add(values)
    case .stored(let file), .replaced(let file), .removed(let file), .fetched(let file):
      add(file)
    case .renamed(let file, let from):
      add(file)
      text("from", from)
    case .asked(let request):
      text("action", request.action.rawValue)
      text("file", request.file)
      if !request.isPermitted { literal("permitted", "false") }
    case .key(let bits): number("bits", bits)
    case .submitted(let request, let template):
      number("request", Int(request))
      if let template { text("template", template) }
    case .issued(let request): number("request", Int(request))
    case .denied(let request, let reason):
      if let request { number("request", Int(request)) }
      text("reason", reason)
    case .changed(let setting, let value):
      text("setting", setting)
      text("value", value)
    case .rebooted: break
    case .passed(let task): text("task", task)
    case .hinted(let task, let step, let cost):
      text("task", task)
      number("step", step)
      number("cost", cost)
    case .restored(let snapshot): text("snapshot", snapshot)
    case .injected(let scenario): text("scenario", scenario)
    }
  }

  private mutating func add(_ file: FileNote) {
    text("file", file.name)
    number("size", file.size)
    text("holds", file.holds.rawValue)
  }

  private mutating func add(_ values: [(name: String, value: String)]) {
    key("values")
    json.append(UInt8(ascii: "{"))
    for (name, value) in values {
      separate()
      quote(name)
      json.append(UInt8(ascii: ":"))
      quote(value)
    }
    json.append(UInt8(ascii: "}"))
  }

  // MARK: - JSON

  private mutating func separate() {
    if json.last != UInt8(ascii: "{") { json.append(UInt8(ascii: ",")) }
  }

  /// A name of ours, in which nothing needs to be escaped.
  private mutating func key(_ name: StaticString) {
    separate()
    json.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { json += $0 }
    json.append(UInt8(ascii: "\""))
    json.append(UInt8(ascii: ":"))
  }

  private mutating func number(_ name: StaticString, _ value: Int) {
    literal(name, String(value))
  }

  private mutating func literal(_ name: StaticString, _ value: String) {
    key(name)
    json += value.utf8
  }

  private mutating func text(_ name: StaticString, _ value: String) {
    key(name)
    quote(value)
  }

  private mutating func quote(_ text: String) {
    JSONText.append(text, to: &json, limit: Self.longestText)
  }
}

extension Event.Kind {
  /// The event in the journal's word.
  package var name: String {
    switch self {
    case .begun: "begun"
    case .ended: "ended"
    case .refused: "refused"
    case .typed: "typed"
    case .said: "said"
    case .stored: "stored"
    case .replaced: "replaced"
    case .removed: "removed"
    case .renamed: "renamed"
    case .fetched: "fetched"
    case .asked: "asked"
    case .key: "key"
    case .submitted: "submitted"
    case .issued: "issued"
    case .denied: "denied"
    case .changed: "changed"
    case .rebooted: "rebooted"
    case .passed: "passed"
    case .hinted: "hinted"
    case .restored: "restored"
    case .injected: "injected"
    }
  }
}
