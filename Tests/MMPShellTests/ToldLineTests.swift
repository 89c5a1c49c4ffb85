import Appliance
import Console
import Testing

@testable import MMPShell

@Suite("What is told of a line")
struct ToldLineTests {
  private let table = CommandTable(commands: [
    Command("passwd", .word("user"), .secret("password"), .word("role").optional, summary: "") {
      _ in Reply()
    },
    Command("login", .word("user"), .secret("password").optional, summary: "") { _ in Reply() },
    Command("date", summary: "", for: .everybody) { _ in Reply() },
  ])

  private func told(_ line: String) -> TypedLine { table.told(of: line, by: .admin) }

  @Test(
    "secrets are masked where they stand",
    arguments: [
      ("passwd bob s3cret", "passwd bob ***", ["s3cret"]),
      ("  passwd\tbob  s3cret  admin ", "  passwd\tbob  ***  admin ", ["s3cret"]),
      ("passwd bob \"my s3cret\" admin", "passwd bob *** admin", ["\"my s3cret\"", "my s3cret"]),
      ("passwd bob my\" \"s3cret", "passwd bob ***", ["my\" \"s3cret", "my s3cret"]),
      ("passwd bob bob", "passwd bob ***", ["bob"]),
      ("passwd bob \"\"", "passwd bob ***", ["\"\""]),
      ("passwd bob \u{301}e\u{301}", "passwd bob ***", ["\u{301}e\u{301}"]),
      ("passwd bob", "passwd bob", []), ("passwd", "passwd", []),
      ("\"passwd\" bob x", "\"passwd\" bob ***", ["x"]),
    ])
  func masked(line: String, text: String, secrets: [String]) {
    #expect(told(line) == TypedLine(text, secrets: secrets))
  }

  @Test(
    "where words run into each other the rest is masked",
    arguments: [
      ("passwd bob my s3cret admin", "passwd bob ***", ["my s3cret admin"]),
      ("passwd bob \"my s3cret admin", "passwd bob ***", ["\"my s3cret admin", "my s3cret admin"]),
      ("passwd \"bob s3cret", "passwd ***", ["\"bob s3cret", "bob s3cret"]),
      ("login \"bob s3\"cret", "login ***", ["\"bob s3\"cret", "bob s3cret"]),
      ("login bob s3 cret ", "login bob ***", ["s3 cret "]),
    ])
  func doubtful(line: String, text: String, secrets: [String]) {
    #expect(told(line) == TypedLine(text, secrets: secrets))
  }

  @Test(
    "other lines are told as typed",
    arguments: ["", "  ", "date", "date a \"b c", "nothing known", "passwdbob s3cret", "\""])
  func plain(line: String) {
    #expect(told(line) == TypedLine(line))
  }

  @Test("a command closed to the role is told as not permitted, its secrets masked")
  func permission() {
    #expect(
      table.told(of: "passwd bob s3cret", by: .audit)
        == TypedLine("passwd bob ***", secrets: ["s3cret"], isPermitted: false))
    #expect(table.told(of: "date", by: .audit).isPermitted)
    #expect(table.told(of: "nothing known", by: .audit).isPermitted)
  }

  @Test("a megabyte of words or of combining marks is told at once")
  func long() {
    let words = String(repeating: "a ", count: 1 << 19)
    #expect(told("passwd bob \(words)").text == "passwd bob ***")
    let marks = String(repeating: "\u{316}\u{301}", count: 1 << 17)
    #expect(told("passwd bob \"\(marks)\"").text == "passwd bob ***")
  }
}
