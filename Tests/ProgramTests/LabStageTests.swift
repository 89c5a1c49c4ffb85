import Console
import TestSupport
import Testing
import Transcripts

@testable import mmp

@Suite("The stage of transcripts")
struct LabStageTests {
  /// What a certificate of the lab looks like in a replay.
  private func certificate() throws -> String {
    var header = TranscriptHeader()
    header[.scenario] = "der"
    header[.clock] = "2026-11-23T09:00:00Z"
    let stage = try LabStage(for: header, beside: HostFile(path: "der.txt"))
    let console = try #require(stage.window(named: .console(host: "cms1a")))
    return console.type(["pki inspect cms1a.cer"], on: TextScreen())
  }

  @Test("certificates are the same in each replay, down to the signature")
  func serialNumbers() throws {
    let certificate = try certificate()
    #expect(certificate.contains("Serial Number:\n            44:00:00:00:05:"))
    for _ in 0..<3 { #expect(try self.certificate() == certificate) }
  }

  @Test("seeded numbers belong to the seed")
  func seededNumbers() {
    // From the reference implementation, splitmix64.c.
    let numbers = SeededNumbers(seed: 0)
    #expect(numbers.next() == 0xE220_A839_7B1D_CDAF)
    #expect(numbers.next() == 0x6E78_9E6A_A1B9_65F4)
    #expect(SeededNumbers(seed: 1).next() == 0x910A_2DEC_8902_5CC1)
  }
}
