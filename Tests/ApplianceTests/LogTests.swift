import Journal
import Testing

@testable import Appliance

@Suite("Log")
struct LogTests {
  private func lines(_ log: Log) -> [String] {
    var log = log
    return String(decoding: log.contents, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test("the last lines are kept, in order")
  func count() {
    var log = Log()
    for number in 0..<(Log.maximumLineCount + 7) { log.append("line \(number)") }
    #expect(lines(log).count == Log.maximumLineCount)
    #expect(lines(log).first == "line 7")
    #expect(lines(log).last == "line \(Log.maximumLineCount + 6)")
  }

  @Test("its size is bounded, whatever is written")
  func size() {
    var log = Log()
    for number in 0..<200 {
      log.append("\(number) " + String(repeating: "x", count: number * 1_000))
    }
    let count = log.contents.count
    #expect(count <= Log.maximumSize)
    #expect(lines(log).last?.hasPrefix("199 x") == true)
    #expect(lines(log).allSatisfy { $0.utf8.count <= Log.maximumLineSize })
  }

  @Test("who writes much loses their own lines, not those of others")
  func shares() {
    var log = Log()
    for number in 0..<50 { log.append("admin \(number)", of: "admin") }
    for number in 0..<30_000 { log.append("audit \(number)", of: "audit") }
    for number in 0..<50 {
      log.append("\(number) \(String(repeating: "x", count: 60_000))", of: "x")
    }
    let kept = lines(log)
    #expect(kept.prefix(50) == ArraySlice((0..<50).map { "admin \($0)" }))
    #expect(kept.count <= Log.maximumLineCount)
    #expect(kept.last?.hasPrefix("49 xxx") == true)
    #expect(kept.contains("audit 29999") && !kept.contains("audit 0"))
    for number in 50..<10_000 { log.append("admin \(number)", of: "admin") }
    #expect(lines(log).count { $0.hasPrefix("audit") } >= 4_900)
  }

  @Test(
    "nothing in a line ends it or commands a terminal",
    arguments: [
      ("a\nb", "a\\x0Ab"), ("a\r\nb", "a\\x0D\\x0Ab"), ("\u{1B}[2J", "\\x1B[2J"),
      ("\u{7F}\0\t", "\\x7F\\x00\\x09"), ("\u{9B}2J", "\\xC2\\x9B2J"),
      ("a\u{2028}b", "a\\xE2\\x80\\xA8b"), ("Jose\u{301}", "Jose\u{301}"), ("\\", "\\"),
    ])
  func escapes(line: String, written: String) {
    var log = Log()
    log.append(line)
    let contents = log.contents
    #expect(contents == Array(written.utf8) + [0x0A])
  }

  @Test("all who have the log open share its bytes; what is outdated is counted while it is open")
  func snapshots() {
    let appliance = Appliance(hostname: "cms1a", now: { 0 })
    let line = String(repeating: "x", count: 60_000)
    var opened: [FileStore.File] = []
    for _ in 0..<40 {
      for _ in 0..<20 { appliance.appendLog(line) }
      opened += appliance.generatedFiles + appliance.generatedFiles
      if !appliance.mayOpenGenerated { break }
    }
    #expect(opened.count == 36)
    #expect(Set(opened.map { ObjectIdentifier($0.decoded) }).count == 18)
    opened = []
    #expect(appliance.mayOpenGenerated)
  }

  @Test("the file is there with the first line, and nobody changes it")
  func file() throws {
    let appliance = Appliance(hostname: "cms1a", now: { 7 })
    #expect(appliance.generatedFiles.isEmpty && appliance.log.isEmpty)
    let auditor = Account(name: "a", password: "", role: .audit)
    #expect(
      UserFiles(
        for: Pass(account: auditor, source: .console, machine: appliance).visit(.sftp)
      ).file(named: "log") == nil)
    appliance.appendLog("one")
    try appliance.store(
      FileStore.File(name: "a", contents: []), FileStore.File(name: "log", contents: [1]))
    #expect(appliance.files.map(\.name) == ["a", "log"])
    let seen = [["a", "log"], ["a", "log"], ["log"], [], []]
    for (role, names) in zip(Role.allCases, seen) {
      let files = UserFiles(
        for: Pass(
          account: Account(name: "a", password: "", role: role), source: .console,
          machine: appliance
        ).visit(.sftp))
      #expect(files.all.map(\.name) == names)
      #expect(!files.mayChange("log"))
      let log = files.file(named: "log")
      #expect(log?.contents == (names.isEmpty ? nil : Array("one\n".utf8)))
      #expect(log?.modified == (names.isEmpty ? nil : 7))
    }
  }
}
