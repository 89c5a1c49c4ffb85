import Appliance
import Console

extension Command {
  /// Bare: RECALLED; with a name VERBATIM, shell.md 1. The prompt changes with the next reboot.
  static let hostname = Command(
    "hostname", .word("name").optional, summary: "Show or set the host name"
  ) { (call) throws(Refusal) in
    guard let name = call.arguments.first else {
      return Reply(Message.hostnameIs(call.appliance.hostname))
    }
    guard isHostname(name) else { throw Refusal(Message.invalidArgument()) }
    call.appliance.rename(to: name)
    return Reply(Message.rebootRequired())
  }
}

/// RFC 1123: labels of 1 to 63 letters, digits and inner hyphens, 253 characters in all.
private func isHostname(_ name: String) -> Bool {
  name.utf8.count <= 253
    && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
          default: false
          }
        }
    }
}
