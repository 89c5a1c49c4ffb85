import Appliance
import Console
import Glibc
import Ledger
import PKI

extension Command {
  /// RECALLED name (services.md 6); the form is that of `date` on Linux, in UTC.
  static let date = Command(
    "date", summary: "Show date and time", for: .cryptography, onlyReads: true
  ) { call in
    Reply(MMPMessages.dateIs(date: text(of: call.appliance.now())))
  }
}

private func text(of time: UnixTime) -> String {
  var seconds = time_t(time)
  var parts = tm()
  gmtime_r(&seconds, &parts)
  let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
    // The C locale's names: the appliance does not speak the host's language.
    let count = strftime(buffer.baseAddress, buffer.count, "%a %b %e %H:%M:%S UTC %Y", &parts)
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
  return text
}
