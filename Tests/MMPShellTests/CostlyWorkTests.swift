import Appliance
import Console
import PKI
import Synchronization
import TestSupport
import Testing

@testable import MMPShell

@Suite("Work that takes long")
struct CostlyWorkTests {
  private let keys = CountingSource()
  private let appliance: Appliance

  init() throws {
    appliance = Appliance(hostname: "cms1a", keys: keys, now: { 1_795_424_400 })
    for name in try Fixtures.pki.names {
      try appliance.store(FileStore.File(name: name, contents: try Fixtures.pki.bytes(name)))
    }
    let large = try (0..<20).flatMap { _ in try Fixtures.pki.bytes("root.cer") }
    try appliance.store(FileStore.File(name: "large.cer", contents: large))
  }

  private func type(_ line: String, on screen: any Screen = TextScreen()) {
    appliance.frontDoor.console().session().receive(.line(line), on: screen)
  }

  @Test(
    "what a lab has is done at once",
    arguments: [
      "pki inspect server.key", "pki match server.key server.cer", "pki verify edge.cer bundle.cer",
      "pki inspect none", "pki sign server ca", "pki list",
    ])
  func quick(line: String) {
    type(line)
    #expect(keys.count == 0)
  }

  @Test(
    "what takes long goes where keys are made",
    arguments: [
      "pki inspect large.cer", "pki match server.key large.cer", "pki verify edge.cer large.cer",
    ])
  func costly(line: String) {
    type(line)
    #expect(keys.count == 1)
  }

  @Test("each try of a password goes there", arguments: ["unlock locked.key", "pkcs12-to-ssh bob"])
  func passwords(command: String) {
    let session = appliance.frontDoor.console().session()
    _ = session.type(["pki \(command)", "wrong"], on: TextScreen())
    #expect(keys.count == 1)
  }

  @Test("what is too large for a key is not looked into")
  func tooLarge() throws {
    let large = [UInt8](repeating: 0x30, count: (4 << 20) + 1)
    try appliance.store(FileStore.File(name: "huge.cer", contents: large))
    let answer = appliance.frontDoor.console().session().type(
      ["pki match huge.cer huge.cer"], on: TextScreen())
    #expect(answer == "File huge.cer is too large for a certificate or key\n")
  }

  @Test(
    "Ctrl-C ends it without an answer",
    arguments: ["pki inspect large.cer", "pki verify edge.cer large.cer"])
  func interrupted(line: String) {
    let screen = ImpatientScreen(patience: 0)
    type(line, on: screen)
    #expect(screen.text.isEmpty)
  }
}

/// Counts what it does, other than keys.
private final class CountingSource: KeySource {
  private let counter = Mutex(0)
  var count: Int { counter.withLock { $0 } }

  func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? { nil }

  func carryOut<Outcome: Sendable>(
    _ work: @escaping @Sendable (_ isWanted: () -> Bool) -> Outcome?, while isWanted: () -> Bool
  ) -> Outcome? {
    counter.withLock { $0 += 1 }
    return work(isWanted)
  }
}
