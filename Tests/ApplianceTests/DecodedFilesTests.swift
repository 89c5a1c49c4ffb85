import PKI
import TestSupport
import Testing

@testable import Appliance

@Suite("Decoded files")
struct DecodedFilesTests {
  private let bytes: [UInt8]
  private let kept: DecodedFiles

  init() throws {
    bytes = try Fixtures.pki.bytes("root.cer")
    // Room for eight.
    kept = DecodedFiles(limit: 8 * (17 * bytes.count + 1024))
  }

  @Test("the oldest are forgotten first, and found again")
  func oldest() {
    let files = (0..<9).map { _ in DecodedFile(bytes, among: kept) }
    for file in files.prefix(8) { _ = file.file }
    #expect(files.map(\.isDecoded) == (0..<9).map { $0 < 8 })
    _ = files[8].file
    #expect(files.map(\.isDecoded) == (0..<9).map { $0 > 2 })
    #expect(files[0].file.certificates.count == 1)
  }

  @Test("files that are gone leave their room")
  func gone() {
    let first = DecodedFile(bytes, among: kept)
    _ = first.file
    for _ in 0..<100 { _ = DecodedFile(bytes, among: kept).file }
    #expect(first.isDecoded)
  }

  @Test("a file that would take the room of many others is not kept")
  func large() {
    let large = DecodedFile((0..<4).flatMap { _ in bytes }, among: kept)
    #expect(large.file.certificates.count == 4)
    #expect(!large.isDecoded)
  }

  @Test("all can be forgotten at once, and then there is room for as many")
  func forgotten() {
    let files = (0..<8).map { _ in DecodedFile(bytes, among: kept) }
    for file in files { _ = file.file }
    kept.forgetAll()
    #expect(files.allSatisfy { !$0.isDecoded })
    for file in files { _ = file.file }
    #expect(files.allSatisfy { $0.isDecoded })
  }
}
