import Appliance
import Console
import MMPShell
import PKI
import TestSupport

/// A console on an appliance of its own, with a clock that stands in November 2026.
struct TestConsole {
  let appliance: Appliance
  private let session: Session
  private let screen = TextScreen()

  init(
    release: Release = .default, quota: Quota = Quota(), keys: any KeySource = PreparedKey(),
    files: Bool = false
  ) throws {
    appliance = Appliance(
      hostname: "cms1a", release: release, quota: quota, keys: keys, now: { 1_795_424_400 })
    session = appliance.frontDoor.console().session()
    if files { try appliance.store(try Self.files()) }
  }

  /// Types lines; what the screen shows besides prompts and the lines themselves.
  func type(_ lines: String...) -> String {
    session.type(lines, on: screen)
  }

  var prompt: String { session.prompt.text }
  var mode: (any Mode)? { session.mode }
  var fileNames: [String] { appliance.files.map(\.name) }

  static func files() throws -> [FileStore.File] {
    try Fixtures.pki.names.map {
      FileStore.File(name: $0, contents: try Fixtures.pki.bytes($0))
    }
  }
}

/// Hands out the fixture key after a search of a set length, so that no test waits for primes.
struct PreparedKey: KeySource {
  var candidates = [16, 31]
  var fails = false

  func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? {
    for count in candidates {
      for _ in 0..<count where !progress(.candidate) { return nil }
      if !progress(.found) { return nil }
    }
    if fails { return try PrivateKey(der: []) }
    return PKIFile((try? Fixtures.pki.bytes("server.key")) ?? []).privateKey
  }
}

/// A screen on which Ctrl-C is pressed once so many bytes were shown.
final class ImpatientScreen: Screen {
  private(set) var text = ""
  private let patience: Int

  init(patience: Int) { self.patience = patience }

  func show(_ bytes: [UInt8]) { text += String(decoding: bytes, as: UTF8.self) }
  var isInterrupted: Bool { text.utf8.count >= patience }
}
