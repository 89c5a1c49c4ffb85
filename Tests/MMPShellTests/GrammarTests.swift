import Appliance
import Console
import Ledger
import Testing

@testable import MMPShell

@Suite("Grammar")
struct GrammarTests {
  @Test(
    "words",
    arguments: [
      ("", []), ("   ", []), ("pki list", ["pki", "list"]), ("  pki\t list  ", ["pki", "list"]),
      ("O:\"My Company\" x", ["O:My Company", "x"]), ("\"\"", [""]), ("a\"b c\"d", ["ab cd"]),
      ("'a b'", ["'a", "b'"]), ("a\\ b", ["a\\", "b"]), ("a\u{A0}b", ["a\u{A0}b"]),
      ("e\u{301} x", ["e\u{301}", "x"]), ("a \u{301}b", ["a", "\u{301}b"]),
    ])
  func words(line: String, words: [String]) {
    #expect(CommandLineWords(line).words == words)
    #expect(!CommandLineWords(line).isQuoteOpen)
  }

  @Test("an open quotation mark is noticed")
  func openQuote() {
    #expect(CommandLineWords("pki csr a O:\"My").isQuoteOpen)
  }

  @Test(
    "completion",
    arguments: [
      ("p", "ki"), ("pki l", "ist"), ("pki", ""), ("pki i", "nspect"), ("help pki v", "erify"),
      ("help v", "ersion"), ("help", ""), ("x", ""), ("", ""), ("pki ", ""), ("pki list ", ""),
      ("pki match k", "2.key"), ("pki match k2.key c", "1.cer"), ("pki match a b c", ""),
      ("pki inspect c1.cer", ""), ("pki csr a su", "bjectAltName:"), ("pki csr a C", "N:"),
      ("pki csr a CN:x C", ":"), ("pki csr k", ""), ("pki csr a \"C", ""), ("pki match \"k", ""),
      ("  pki   l", "ist"), ("PKI l", ""), ("pki verify k", "2.key"), ("hostname k", ""),
    ])
  func completion(line: String, added: String) {
    let table = CommandTable.shared(for: .default)
    #expect(table.completion(of: line, files: ["k2.key", "c1.cer", "k1.key"]) == added)
  }

  @Test("a single file is filled in where nothing is typed yet")
  func onlyFile() {
    #expect(
      CommandTable.shared(for: .default).completion(of: "pki inspect ", files: ["a.cer"]) == "a.cer"
    )
  }

  @Test("commands come with their release")
  func releases() {
    #expect(
      CommandTable.shared(for: Release(2, 6)).command(for: ["pki", "sign"])?.command.usage == "pki")
    #expect(
      CommandTable.shared(for: Release(2, 7)).command(for: ["pki", "sign"])?.command.words
        == ["pki", "sign"])
  }

  @Test("every row can be typed, has help and a place in the alphabet")
  func rows() {
    let commands = CommandTable.shared(for: Release(3, 12)).commands
    let words = commands.map { $0.words.joined(separator: " ") }
    #expect(words == words.sorted())
    for command in commands {
      #expect(!command.words.isEmpty && !command.summary.isEmpty)
      #expect(command.syntax.dropLast().allSatisfy { !$0.isOpenEnded })
    }
  }

  @Test("consoles of a release share one table")
  func shared() {
    let rows = (0..<2).map { _ in
      CommandTable.shared(for: .default).commands.withUnsafeBufferPointer { $0.baseAddress }
    }
    #expect(rows[0] == rows[1])
  }

  @Test("commands that only read")
  func reading() {
    let reading = CommandTable.shared(for: Release(3, 12)).commands.filter(\.onlyReads)
    #expect(
      reading.map { $0.words.joined(separator: " ") } == [
        "date", "exit", "help", "pki", "pki inspect", "pki list", "pki match", "pki verify",
        "version",
      ])
  }
}

@Suite("Parameters")
struct ParameterTests {
  /// Kinds of argument that no command of the appliance takes so far.
  private let table = CommandTable(commands: [
    Command("passwd", .word("user"), .secret("password"), summary: "") { _ in Reply() },
    Command("status", .choice("enable", "disable").optional, summary: "") { _ in Reply() },
    Command(
      "listen",
      Parameter(usage: "<interface>[:port]...", isOpenEnded: true) { context in
        ["a", "b"].filter { !context.arguments.contains($0) }
      } check: {
        $0.hasPrefix("a") || $0.hasPrefix("b")
      }, summary: ""
    ) { _ in Reply() },
  ])

  @Test("usage")
  func usage() {
    #expect(
      table.commands.map(\.usage) == [
        "passwd <user> <password>", "status [enable|disable]", "listen <interface>[:port]...",
      ])
    #expect(Parameter.word("a").optional.optional.usage == "[<a>]")
  }

  @Test(
    "completion",
    arguments: [
      ("status ", ""), ("status e", "nable"), ("status d", "isable"), ("status enable ", ""),
      ("passwd u s", ""), ("listen a", ""), ("listen a ", "b"), ("listen b ", "a"),
    ])
  func completion(line: String, added: String) {
    #expect(table.completion(of: line, files: ["secret"]) == added)
  }

  @Test(
    "check",
    arguments: [
      ("status", nil), ("status enable", nil), ("status Enable", "Invalid argument"),
      ("status \"\"", "Invalid argument"), ("status on off", "Too many arguments"),
      ("listen", "Incomplete command"), ("listen a b a:443", nil),
      ("listen a b c", "Invalid argument"), ("passwd u anything", nil),
    ])
  func check(line: String, answer: String?) {
    let words = CommandLineWords(line)
    do throws(Refusal) {
      _ = try table.check(table.command(for: words.words), in: words)
      #expect(answer == nil)
    } catch {
      #expect(error.sayings.first?.text == answer)
    }
  }

  @Test("secrets")
  func secrets() {
    let isSecret = table.commands.map { command in (0..<3).map(command.isSecretArgument) }
    #expect(isSecret == [[false, true, false], [false, false, false], [false, false, false]])
  }
}
