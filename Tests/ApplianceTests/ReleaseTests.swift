import Appliance
import PKI
import Testing

@Suite("Release")
struct ReleaseTests {
  @Test(
    "known releases are read, others are not",
    arguments: [
      ("2.9", true), ("2.0", true), ("3.0", true), ("3.12", true), ("3.13", false), ("2.10", false),
      ("1.9", false), ("4.0", false), ("2", false), ("2.9.0", false), ("02.9", false),
      ("2.+9", false), ("", false), ("x.y", false), ("2.99999999999999999999", false),
    ])
  func reading(text: String, isKnown: Bool) {
    #expect((Release(text)?.description == text) == isKnown)
  }

  @Test(
    "basenames",
    arguments: [
      ("cms1a", true, true), ("CMS1A", true, true), ("7", true, true), ("cms-1a", false, true),
      ("cms_1a", false, true), ("cms.1a", false, false), ("", false, false), ("a b", false, false),
      ("ä", false, false), ("a/b", false, false),
      (String(repeating: "a", count: 252), false, false),
    ])
  func basenames(name: String, in2x: Bool, in3x: Bool) {
    #expect(Release(2, 9).acceptsBasename(name) == in2x)
    #expect(Release(3, 0).acceptsBasename(name) == in3x)
  }

  @Test("from 3.0 on another library decides")
  func verificationRules() {
    #expect(Release(2, 9).verificationRules == .openSSL1_0_2)
    #expect(Release(3, 0).verificationRules == .openSSL3)
  }
}
