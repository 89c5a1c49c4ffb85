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
      ([("new", 11)], StoreRefusal.fileTooLarge("new")),
      ([("c", 1), ("d", 1)], .tooManyFiles),
      ([("c", 10)], .full),
      ([("a", 10), ("b", 10)], .full),
      ([("c", 1), ("no/slash", 1)], .invalidName("no/slash")),
    ])
  func quota(new: [(String, Int)], refusal: StoreRefusal) throws {
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

  @Test("a removed file gives up its place, a renamed one keeps it")
  func removal() throws {
    var store = FileStore(quota: Quota(fileSize: 10, fileCount: 3, totalSize: 10))
    try store.store([file("a", 3), file("b", 3), file("c", 3)])
    let removed = [store.remove("a"), store.remove("a")]
    #expect(removed == [true, false])
    try store.rename("b", to: "d")
    #expect(throws: FileStore.RenameFailure.exists) { try store.rename("c", to: "d") }
    #expect(throws: FileStore.RenameFailure.notFound) { try store.rename("b", to: "e") }
    #expect(throws: FileStore.RenameFailure.invalidName) { try store.rename("d", to: "a/b") }
    try store.store([file("a", 4), file("c", 1)])
    #expect(store.files.map(\.name) == ["d", "c", "a"])
    #expect(store["d"]?.contents.count == 3 && store["b"] == nil)
  }

  @Test("permissions stay when a file is written over")
  func modes() throws {
    var store = FileStore()
    try store.store([file("a")])
    let set = [store.setMode(0o600, of: "a"), store.setMode(0o600, of: "b")]
    #expect(set == [true, false])
    try store.store([file("a", 2)])
    #expect(store["a"]?.mode == 0o600)
  }
}
