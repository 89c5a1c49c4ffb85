import Appliance
import Ledger
import PKI

/// What the appliance notes about a command line of somebody on the network (shell.md 8).
struct AuditLine {
  /// As typed.
  let command: String
  let isPermitted: Bool

  /// The line in the log; nil for the local console, which has no address to be noted.
  func text(of login: Login, on appliance: Appliance) -> String? {
    guard case .network(let address, let port) = login.origin else { return nil }
    let message = isPermitted ? MMPMessages.auditGranted : MMPMessages.auditDenied
    return message(
      CalendarTime(appliance.now()).logTime, appliance.hostname, login.account.name, address,
      "\(port)", trimmedCommand
    ).text
  }

  /// Bytes, as characters are slow to tell apart in a line of combining marks.
  private var trimmedCommand: String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let text = command.utf8.drop(while: isBlank)
    guard let last = text.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(Substring(text[...last]))
  }
}

extension CalendarTime {
  /// As in `2024-03-06T09:34:45.395`. The clock counts whole seconds.
  fileprivate var logTime: String {
    let (hour, minute, second) = (secondOfDay / 3_600, secondOfDay / 60 % 60, secondOfDay % 60)
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))T"
      + "\(hour.padded(to: 2)):\(minute.padded(to: 2)):\(second.padded(to: 2)).000"
  }
}

extension Int {
  fileprivate func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
