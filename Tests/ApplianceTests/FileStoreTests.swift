import Appliance
import Testing

@Suite("File store")
struct FileStoreTests {
  private func file(_ name: String, _ size: Int = 1) -> FileStore.File {
    FileStore.File(name: name, contents: [UInt8](repeating: 0x61, count: size))
  }

  @Test("an overwritten file keeps its place")
  func order() throws {
    var store = FileStore()
    try store.store([file("b"), file("a")])
    try store.store([file("c"), file("b", 7)])
    #expect(store.files.map(\.name) == ["b", "a", "c"])
    #expect(store["b"]?.contents.count == 7)
    #expect(store["B"] == nil)
  }

  @Test(
    "a quota refuses and changes nothing",
    arguments: [
      ([("new", 11)], FileStore.Refusal.fileTooLarge("new")),
      ([("c", 1), ("d", 1)], .tooManyFiles),
      ([("c", 10)], .full),
      ([("a", 10), ("b", 10)], .full),
      ([("c", 1), ("no/slash", 1)], .invalidName("no/slash")),
    ])
  func quota(new: [(String, Int)], refusal: FileStore.Refusal) throws {
    var store = FileStore(quota: Quota(fileSize: 10, fileCount: 3, totalSize: 15))
    try store.store([file("a", 5), file("b", 2)])
    #expect(throws: refusal) { try store.store(new.map { file($0.0, $0.1) }) }
    #expect(store.files.map(\.name) == ["a", "b"])
    #expect(store.files.map(\.contents.count) == [5, 2])
    // What was refused has not been counted.
    try store.store([file("c", 8)])
  }

  @Test("overwriting gives the old size back")
  func overwriting() throws {
    var store = FileStore(quota: Quota(fileSize: 10, fileCount: 1, totalSize: 10))
    for size in [10, 1, 10, 0, 9] { try store.store([file("a", size)]) }
    #expect(store["a"]?.contents.count == 9)
  }

  @Test(
    "names",
    arguments: [
      ("cms1a.key", true), ("cmslab-root-ca.cer", true), ("a_b", true), ("A", true),
      (String(repeating: "a", count: 255), true), (String(repeating: "a", count: 256), false),
      ("", false), (".", false), ("..", false), (".hidden", false), ("a/b", false),
      ("a\\b", false), ("a b", false), ("a\0", false), ("käse", false), ("a\n", false),
    ])
  func names(name: String, isValid: Bool) {
    #expect(FileName.isValid(name) == isValid)
  }
}
