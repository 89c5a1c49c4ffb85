import Appliance
import Console
import Ledger
import Time

extension Command {
  /// RECALLED name (services.md 6); the form is that of `date` on Linux, in UTC.
  static let date = Command(
    "date", summary: "Show date and time", for: .cryptography, onlyReads: true
  ) { call in
    Reply(MMPMessages.dateIs(date: text(of: call.appliance.now())))
  }
}

private func text(of time: UnixTime) -> String {
  let time = CalendarTime(time)
  let day = time.day < 10 ? " \(time.day)" : "\(time.day)"
  return "\(time.weekdayName) \(time.monthName) \(day) \(time.clock) UTC \(time.year)"
}
