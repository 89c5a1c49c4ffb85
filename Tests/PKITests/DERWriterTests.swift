import PKI
import Testing

@Suite("DER")
struct DERWriterTests {
  @Test(
    "integers are as short as they can be, and not negative",
    arguments: [
      (0, [2, 1, 0]), (127, [2, 1, 127]), (128, [2, 2, 0, 128]), (256, [2, 2, 1, 0]),
      (.max, [2, 5, 0, 255, 255, 255, 255]),
    ] as [(UInt32, [UInt8])])
  func integer(value: UInt32, bytes: [UInt8]) { #expect(DERWriter.integer(value) == bytes) }

  @Test("object identifiers")
  func objectIdentifier() {
    #expect(
      DERWriter.objectIdentifier("1.3.6.1.4.1.311.21.10")
        == [6, 9, 0x2B, 6, 1, 4, 1, 0x82, 0x37, 0x15, 0x0A])
    for text in ["", "1", "1.", "a.b", "3.1", "1.40", "1.2.99999999999", "1..2"] {
      #expect(DERWriter.objectIdentifier(text) == nil)
    }
  }

  @Test("lengths")
  func lengths() {
    let long = [UInt8](repeating: 0, count: 300)
    #expect(DERWriter.sequence(Array(long.prefix(127))).prefix(2) == [0x30, 127])
    #expect(DERWriter.sequence(Array(long.prefix(128))).prefix(3) == [0x30, 0x81, 128])
    #expect(DERWriter.sequence(long).prefix(4) == [0x30, 0x82, 1, 44])
    #expect(DERWriter.bmpString("CA") == [0x1E, 4, 0, 0x43, 0, 0x41])
  }
}
