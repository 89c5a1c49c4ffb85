public import Appliance
import Journal
import Ledger
import Time

extension Appliance {
  /// Has the appliance write down what its users on the network type, and who was refused
  /// (shell.md 8). The local console has no address to be noted.
  public func keepLog() {
    journal.subscribe(to: .audit) { [weak self] event in
      guard let self, event.host == name,
        case .network(let address, let port)? = event.actor?.source,
        let user = event.actor?.user
      else { return }
      let time = CalendarTime(now()).logTime
      switch event.kind {
      case .typed(let typed) where typed.isCommand:
        guard let command = typed.line.trimmingBlanks else { return }
        let message = typed.isPermitted ? MMPMessages.auditGranted : MMPMessages.auditDenied
        appendLog(message(time, hostname, user, address, "\(port)", command).text)
      case .refused:
        appendLog(
          MMPMessages.auditRefused(
            time: time, hostname: hostname, user: user, address: address, port: "\(port)"
          ).text)
      default: break
      }
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
