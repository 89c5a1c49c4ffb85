import Testing
import Words

@Suite("Nearest word")
struct NearestWordTests {
  private static let keys = ["appliances", "accounts", "authority", "age", "webServer", "pod"]

  @Test(
    "a slip or a few, in any case",
    arguments: [
      ("applianses", "appliances"), ("apliances", "appliances"), ("acounts", "accounts"),
      ("autority", "authority"), ("aeg", "age"), ("webserver", "webServer"),
      ("webSrever", "webServer"),
      ("pods", "pod"), ("ag", "age"),
    ])
  func near(typed: String, word: String) {
    #expect(NearestWord.to(typed, among: Self.keys) == word)
  }

  @Test(
    "nothing near", arguments: ["", "tasks", "xyz", "p", String(repeating: "a", count: 100_000)])
  func far(typed: String) {
    #expect(NearestWord.to(typed, among: Self.keys) == nil)
  }

  @Test("an index finds what a search does")
  func index() {
    let index = WordIndex(Self.keys + [""])
    for typed in ["applianses", "aeg", "webSrever", "pods", "", "xyz", "\u{130}ge", "AGE"] {
      #expect(index.nearest(to: typed) == NearestWord.to(typed, among: Self.keys))
    }
    #expect(index.nearest(to: String(repeating: "a", count: 100_000)) == nil)
  }

  @Test("the first of several that are as near")
  func first() {
    #expect(NearestWord.to("cms1d", among: ["cms1a", "cms1b"]) == "cms1a")
    #expect(NearestWord.to("a", among: []) == nil)
  }
}
