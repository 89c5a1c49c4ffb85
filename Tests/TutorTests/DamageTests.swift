import Appliance
import Lab
import PKI
import Testing

@testable import Tutor

/// What is told of files that are broken in many places, or all over.
@Suite struct DamageTests {
  private func bytes(_ name: String) throws -> [UInt8] {
    try #require(try WhyCase().world.appliances["cms1a"]?.contents(of: name))
  }

  @Test("an unread part behind any number of flaws has a fault of its own")
  func many() throws {
    let (leaf, root) = (try bytes("cms1a.cer"), try bytes("cmslab-root-ca.cer"))
    let ends = Array(String(repeating: "-----END CERTIFICATE-----\n", count: 300).utf8)
    let file = ends + leaf + Array("  ".utf8) + root
    let parts = FileParts(file, held: PKIFile(file), most: .max)
    #expect(parts.parts.map(\.faults.isEmpty) == [true, false])
    #expect(parts.parts[1].faults.first?.contains("in front of its BEGIN") == true)
  }

  @Test("of many BEGIN without END each has a fault, and what one END far below ends is nothing")
  func unended() throws {
    let begins = String(repeating: "-----BEGIN CERTIFICATE-----\n", count: 1_500)
    let file = Array(begins.utf8) + (try bytes("cms1a.cer"))
    let parts = FileParts(file, held: PKIFile(file), most: .max).parts
    #expect(parts.count == 1_501)
    #expect(parts.allSatisfy { !$0.faults.isEmpty })
    #expect(parts.dropLast().allSatisfy { $0.certificate == nil })
  }

  @Test("a part that the appliance has not read has a fault, even if nothing can be seen")
  func unseen() throws {
    let (leaf, root) = (try bytes("cms1a.cer"), try bytes("cmslab-root-ca.cer"))
    let parts = FileParts(leaf + root, held: PKIFile(leaf), most: .max)
    #expect(parts.parts.map(\.faults.isEmpty) == [true, false])
    #expect(parts.fault?.hasPrefix("the 2nd part is not read") == true)
  }

  @Test("lines that end in CR alone are told from a file without any line end")
  func lineEnds() throws {
    let lines = try bytes("cms1a-fullchain.cer").split { $0 == 0x0A || $0 == 0x0D }
    for (end, words) in [([0x0D], "end in CR alone"), ([], "has no line end at all")] {
      let window = try WhyCase()
      let file = lines.flatMap { Array($0) + end.map { UInt8($0) } }
      try window.world.appliances["cms1a"]?.store(FileStore.File(name: "x.cer", contents: file))
      #expect(window.why("pki match cms1a.key x.cer").contains(words))
      let cut = Array(file.prefix(400))
      try window.world.appliances["cms1a"]?.store(FileStore.File(name: "y.cer", contents: cut))
      let text = window.why("pki match cms1a.key y.cer")
      #expect(text.contains(words))
      // What is true whatever the lines are is told too.
      #expect(text.contains("BEGIN CERTIFICATE has no END"))
    }
  }
}
