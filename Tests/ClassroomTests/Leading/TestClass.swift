import Control
import Lab
import Store
import Synchronization
import TestSupport

@testable import Classroom

/// Somebody who asks, and keeps what was answered. How much is on its way is what a test says.
final class TestAsker: ClassAsker {
  private let bytes = Mutex<[UInt8]>([])
  private let way = Mutex(0)

  func show(_ more: [UInt8]) -> Bool {
    bytes.withLock { $0 += more }
    return true
  }

  func push(_ more: [UInt8]) { _ = show(more) }
  var pending: Int { way.withLock { $0 } }
  func set(pending: Int) { way.withLock { $0 = pending } }
  func wait(milliseconds: Int32) -> Bool { false }
  func wake() {}

  /// What was answered since the last call.
  func take() -> String {
    bytes.withLock { bytes in
      defer { bytes = [] }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

/// A class in a file of a test's own, which nobody serves over the network.
final class TestClass {
  static let now: Int64 = 1_795_424_400_000

  let folder: TemporaryFolder
  let file: StateFile
  let archive: Archive
  let asker = TestAsker()

  init() throws {
    folder = try TemporaryFolder()
    file = try StateFile("\(folder.path)/class.mmp", .existingOrNew)
    archive = Archive(file) { _ in }
  }

  /// Pods of the page's lab that are kept there.
  func classroom(pods: Int, passwords: [Int: String] = [:]) throws -> Classroom {
    var equipment = Equipment(clock: { Self.now }, now: { Self.now / 1_000 })
    equipment.passwords = passwords
    equipment.archive = archive
    return Classroom(try WorldDescription(), pods: pods, equipment: equipment)
  }

  /// What is answered, and what whoever asks then exits with and is told.
  func ask(
    _ verb: ClassRequest.Verb, _ values: [ClassRequest.Key: String] = [:],
    of classroom: Classroom? = nil
  ) -> (output: String, status: UInt8, error: String) {
    let ending = ClassDesk(archive, of: classroom) { Self.now }
      .carryOut(ClassRequest(verb, values), for: asker)
    return (asker.take(), ending.status, ending.text)
  }

  /// Reads, with a body that need not say what it throws.
  func look<Result: Sendable>(_ body: (Reading) throws -> Result) throws -> Result {
    try file.read { (reading) throws(StoreFault) in
      do { return try body(reading) } catch let fault as StoreFault { throw fault } catch {
        throw .failed(code: 0, "\(error)")
      }
    }
  }
}
