public import Appliance
public import Journal
import Ledger
import Synchronization
import Time

extension Appliance {
  /// Has the appliance write down what its users on the network type and do with files, and who was
  /// refused (shell.md 8). The local console has no address to be noted.
  ///
  /// - Parameter past: what has happened already, where the appliance is taken up again.
  public func keepLog(after past: [Event] = []) {
    let visits = FileVisits()
    var names = (now: name, next: String?.none)
    for event in past where event.host == name {
      switch event.kind {
      case .changed(setting: "hostname", let value): names.next = value
      case .rebooted: names = (names.next ?? names.now, nil)
      default: write(event, of: visits, at: UnixTime(event.labTime), as: names.now)
      }
    }
    journal.subscribe(to: .audit) { [weak self] event in
      // Asked first: most of what happens in a lab has no address.
      guard case .network? = event.actor?.source, let self, event.host == name else { return }
      write(event, of: visits, at: now(), as: hostname)
    }
  }

  /// Writes down what is to be written of an event, at that time and under that host name.
  private func write(
    _ event: Event, of visits: FileVisits, at time: UnixTime, as hostname: String
  ) {
    guard case .network(let address, let port)? = event.actor?.source,
      let user = event.actor?.user
    else { return }
    let time = { CalendarTime(time).logTime }
    let write = { (form: LineForm, command: String, lists: Bool) in
      let line = form(time(), hostname, user, address, "\(port)", command)
      self.appendLog(line.text, of: user, lists: lists)
    }
    switch event.kind {
    case .typed(let typed) where typed.isCommand:
      guard let command = typed.line.trimmingBlanks else { return }
      write(typed.isPermitted ? MMPMessages.auditGranted : MMPMessages.auditDenied, command, true)
    case .refused:
      // Names are free to whoever has none: all who were refused have one share together.
      appendLog(
        MMPMessages.auditRefused(
          time: time(), hostname: hostname, user: user, address: address, port: "\(port)"
        ).text)
    case .asked(let request):
      write(
        request.isPermitted ? MMPMessages.auditFileGranted : MMPMessages.auditFileDenied,
        "\(request.action.rawValue) \(request.file)", false)
    default:
      if let action = visits.action(of: event) {
        write(MMPMessages.auditFileGranted, action, false)
      }
    }
  }
}

/// The words of a line about a command: time, host name, user, address, port, command.
private typealias LineForm = (String, String, String, String, String, String) -> Saying

/// The visits that came for files: what a command did to files is told by the command's own line.
private final class FileVisits: Sendable {
  private let visits = Mutex<[Int]>([])

  /// What was done to a file in such a visit, as a command; nil for anything else.
  func action(of event: Event) -> String? {
    guard let visit = event.actor?.visit else { return nil }
    switch event.kind {
    case .begun(let manner):
      if manner == .sftp || manner == .psftp { visits.withLock { $0.append(visit) } }
      return nil
    case .ended:
      visits.withLock { visits in visits.removeAll { $0 == visit } }
      return nil
    default:
      guard let action = event.kind.fileAction, visits.withLock({ $0.contains(visit) }) else {
        return nil
      }
      return action
    }
  }
}

extension Event.Kind {
  fileprivate var fileAction: String? {
    switch self {
    case .stored(let file), .replaced(let file): "put \(file.name)"
    case .removed(let file): "rm \(file.name)"
    case .renamed(let file, let from): "mv \(from) \(file.name)"
    case .fetched(let file): "get \(file.name)"
    default: nil
    }
  }
}

extension String {
  /// The text without blanks around it; nil if there is nothing else. Bytes, as characters are slow
  /// to tell apart in a line of combining marks.
  fileprivate var trimmingBlanks: String? {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let text = utf8.drop(while: isBlank)
    guard let last = text.lastIndex(where: { !isBlank($0) }) else { return nil }
    return String(Substring(text[...last]))
  }
}

extension CalendarTime {
  /// As in `2024-03-06T09:34:45.395`. The clock counts whole seconds.
  fileprivate var logTime: String { "\(date)T\(clock).000" }
}
