import Journal
import TestSupport
import Testing

@testable import Workstation

@Suite("Drive")
struct DriveTests {
  private let drive = Drive(now: { 1 })
  private let file = WindowsPath(["a.txt"])

  @Test("names are found in any case and keep the first")
  func cases() throws {
    try drive.write([1], to: WindowsPath(["Name.TXT"]))
    try drive.write([2, 3], to: WindowsPath(["NAME.txt"]))
    #expect(try drive.list(.root).map(\.name) == ["Name.TXT"])
    #expect(try drive.read(WindowsPath(["name.txt"])) == [2, 3])
    try drive.rename(WindowsPath(["NAME.TXT"]), to: "name.txt")
    #expect(try drive.list(.root).map(\.name) == ["name.txt"])
    #expect(drive.contents.usedSize == 2 && drive.contents.usedEntries == 1)
  }

  @Test("nothing changes that cannot be kept, not even by deleting")
  func unkept() throws {
    let keeper = Shelfkeeper()
    let journal = Journal()
    journal.keeper = keeper
    let drive = Drive(journal: journal, now: { 1 })
    try drive.write([1], to: file)
    try drive.createFolder(WindowsPath(["f"]))
    keeper.isFull = true
    let changes: [() throws -> Void] = [
      { try drive.delete(file) }, { try drive.rename(file, to: "b.txt") },
      { try drive.deleteFolder(WindowsPath(["f"])) }, { try drive.setModified(9, of: file) },
      { try drive.move(file, to: WindowsPath(["f", "a.txt"]), replacing: false, by: nil) },
    ]
    for change in changes { #expect(throws: DriveFault.full) { try change() } }
    #expect(try drive.list(.root).map(\.name) == ["a.txt", "f"])
    #expect(drive.entry(at: file)?.modified == 1)
    keeper.isFull = false
    for change in changes.prefix(1) { try change() }
    #expect(try drive.list(.root).map(\.name) == ["f"])
  }

  @Test(
    "names Windows does not give",
    arguments: [
      "", "a<b", "a>b", "a:b", "a\"b", "a/b", "a\\b", "a|b", "a?b", "a*b", "a\u{1F}", "a\0", "a.",
      "a ", "con", "NUL", "nul.txt", "Com1", "lpt9.cer", "aux ", String(repeating: "a", count: 256),
    ])
  func invalid(name: String) {
    #expect(throws: DriveFault.invalidName) { try drive.write([], to: WindowsPath([name])) }
    #expect(drive.contents.usedEntries == 0)
  }

  @Test(
    "names Windows gives",
    arguments: ["a", ".a", "a b", "com0", "com10", "console", "ä€", "a..b", "nula"])
  func valid(name: String) { #expect(DriveName.isValid(name)) }

  @Test("failures carry facts")
  func failures() throws {
    try drive.createFolder(WindowsPath(["f"]))
    #expect(throws: DriveFault.notFound) { try drive.read(file) }
    #expect(throws: DriveFault.pathNotFound) { try drive.read(WindowsPath(["x", "y"])) }
    #expect(throws: DriveFault.accessDenied) { try drive.read(WindowsPath(["F"])) }
    #expect(throws: DriveFault.accessDenied) { try drive.write([], to: WindowsPath(["f"])) }
    #expect(throws: DriveFault.accessDenied) { try drive.delete(WindowsPath(["f"])) }
    #expect(throws: DriveFault.exists) { try drive.createFolder(WindowsPath(["F"])) }
    try drive.write([], to: WindowsPath(["f", "a"]))
    #expect(throws: DriveFault.exists) { try drive.deleteFolder(WindowsPath(["f"])) }
    try drive.rename(WindowsPath(["f"]), to: "g")
    #expect(try drive.read(WindowsPath(["g", "a"])) == [])
    #expect(throws: DriveFault.pathNotFound) { try drive.list(WindowsPath(["f", "b"])) }
  }

  @Test("limits")
  func limits() throws {
    let drive = Drive(capacity: .init(fileSize: 4, totalSize: 6, entryCount: 3), now: { 1 })
    try drive.write([1, 2, 3, 4], to: file)
    #expect(throws: DriveFault.full) { try drive.append([5], to: file) }
    #expect(throws: DriveFault.full) { try drive.write([1, 2, 3], to: WindowsPath(["b"])) }
    try drive.write([1, 2], to: WindowsPath(["b"]))
    try drive.createFolder(WindowsPath(["c"]))
    #expect(throws: DriveFault.full) { try drive.createFolder(WindowsPath(["d"])) }
    try drive.delete(file)
    try drive.write([1, 2, 3, 4], to: WindowsPath(["d"]))
    #expect(drive.contents.usedSize == 6 && drive.contents.usedEntries == 3)
  }

  @Test(
    "wildcards",
    arguments: [
      ("*", "a.b", true), ("*.*", "a.b", true), ("*.*", "ab", true), ("*.cer", "A.CER", true),
      ("*.cer", "a.cer.1", false), ("a?.cer", "ab.cer", true), ("a?.cer", "a.cer", true),
      ("a?.cer", "abc.cer", false), ("???", "ab", true), ("???", "abcd", false),
      ("cms1?.cer", "cms1a.cer", true), ("cms*b*", "cms1abc.cer", true), ("a.*", "a", true),
      ("*.", "a.b", false), ("", "a", false), ("a*b*c", "abxbc", true), ("A", "a", true),
    ])
  func wildcards(pattern: String, name: String, fits: Bool) {
    #expect(NamePattern(pattern).matches(name) == fits, "\(pattern) \(name)")
  }
}
