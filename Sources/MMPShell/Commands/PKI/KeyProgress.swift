import Appliance
import Console
import Journal
import Ledger
import PKI

/// Makes an RSA key while its progress runs over the screen: dots, and a new line for each
/// prime found (pki.md 2.1). Nil if the user pressed Ctrl-C.
func newKey(for call: Call) throws(Refusal) -> PrivateKey? {
  let dot = MMPMessages.progressDot.ending("")
  var candidates = 0
  defer {
    // Ctrl-C left the dots without the end of their line.
    if candidates > 0 { call.screen.show([0x0A]) }
  }
  let key = try refusing { () throws(OpenSSLError) in
    try call.visit.keys.rsaKey(bits: Appliance.keyBits) { event in
      switch event {
      case .candidate:
        if candidates % candidatesPerDot == 0 {
          // One of many is a message, for whoever listens; the others are its picture.
          if candidates == 0 { call.screen.say(dot) } else { call.screen.show(dot.bytes) }
          call.screen.flush()
        }
        candidates += 1
      case .found:
        call.screen.show([0x0A])
        candidates = 0
      case .waiting: break
      }
      return !call.screen.isInterrupted
    }
  }
  if let key { call.visit.presence.record(.key(bits: key.bits)) }
  return key
}

/// OpenSSL 1.0 drew a dot for a number that had passed trial division; 3.0 reports every number. A
/// dot for every fifteenth gives lines as long as the lab page's, a few dozen dots.
private let candidatesPerDot = 15

extension DistinguishedName {
  /// Refuses what cannot stand in a subject, before time is spent on a key.
  func check() throws(Refusal) {
    do throws(OpenSSLError) { try validate() } catch { throw Refusal(MMPMessages.invalidArgument) }
  }
}

/// Does something of OpenSSL's that fails only on values it cannot take.
func refusing<Value>(_ body: () throws(OpenSSLError) -> Value) throws(Refusal) -> Value {
  do throws(OpenSSLError) { return try body() } catch { throw Refusal(MMPMessages.invalidArgument) }
}
