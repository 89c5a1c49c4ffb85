import Appliance
import Console
import Foundation
import MMPShell
import PKI

/// The fixtures folder of this checkout.
let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../fixtures").standardizedFileURL

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
    for line in lines { session.receive(.line(line), on: screen) }
    return String(decoding: screen.take(), as: UTF8.self)
  }

  var prompt: String { session.prompt.text }
  var mode: (any Mode)? { session.mode }
  var fileNames: [String] { appliance.files.map(\.name) }

  static func files() throws -> [FileStore.File] {
    let folder = fixtures.appending(path: "files/pki")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      FileStore.File(name: $0, contents: [UInt8](try Data(contentsOf: folder.appending(path: $0))))
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
    let pem = try? Data(contentsOf: fixtures.appending(path: "files/pki/server.key"))
    return PKIFile([UInt8](pem ?? Data())).privateKey
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
