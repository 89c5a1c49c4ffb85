import Journal
import Store
import Time

extension Event {
  /// The event of a row, as far as an appliance's log tells of it, or a task asks for it; nil for
  /// others.
  init?(past row: EventRow) {
    guard let fields = EventFields.read(row.line), let kind = Kind(named: row.event, fields)
    else { return nil }
    let labTime = fields["labTime"].flatMap { ISO8601Time($0) }.map { Int64($0.unixTime) }
    self.init(
      number: row.number, time: row.time, labTime: labTime ?? row.time / 1000, pod: row.pod,
      attempt: row.attempt, host: row.host,
      actor: row.user.map { user in
        Actor(
          visit: row.visit, user: user,
          source: fields["source"].flatMap(Actor.Source.init) ?? .console)
      }, kind: kind)
  }
}

extension Event.Kind {
  fileprivate init?(named name: String, _ fields: [String: String]) {
    let file = FileNote(
      name: fields["file"] ?? "", size: fields["size"].flatMap { Int($0) } ?? 0)
    let isPermitted = fields["permitted"] != "false"
    switch name {
    case "begun": self = .begun(fields["manner"].flatMap(Manner.init) ?? .console)
    case "ended": self = .ended(fields["manner"].flatMap(Manner.init) ?? .console)
    case "refused":
      self = .refused(fields["reason"].flatMap(Event.RefusalReason.init) ?? .password)
    case "typed":
      self = .typed(
        Event.Typed(
          line: fields["line"] ?? "", isCommand: fields["answer"] != "true",
          isPermitted: isPermitted, isFed: fields["fed"] == "true"))
    case "said":
      let values = fields.filter { $0.key.hasPrefix("values.") }
        .map { (name: String($0.key.dropFirst("values.".utf8.count)), value: $0.value) }
      self = .said(product: fields["product"] ?? "", id: fields["id"] ?? "", values: values)
    case "stored": self = .stored(file)
    case "replaced": self = .replaced(file)
    case "removed": self = .removed(file)
    case "renamed": self = .renamed(file, from: fields["from"] ?? "")
    case "fetched": self = .fetched(file)
    case "asked":
      guard let action = fields["action"].flatMap(Event.FileRequest.Action.init) else { return nil }
      self = .asked(
        Event.FileRequest(action, file: fields["file"] ?? "", isPermitted: isPermitted))
    case "changed":
      self = .changed(setting: fields["setting"] ?? "", value: fields["value"] ?? "")
    case "rebooted": self = .rebooted
    default: return nil
    }
  }
}

extension Actor.Source {
  /// The source of its text; nil if it is none.
  fileprivate init?(_ text: String) {
    guard text != "console" else {
      self = .console
      return
    }
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[colon...].dropFirst()) else {
      return nil
    }
    self = .network(address: String(text[..<colon]), port: port)
  }
}
