import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("mmp explain")
struct ExplainTests {
  @Test(
    "a message is explained by its words, by its name, and as it stood on the screen",
    arguments: [
      ["Invalid CSR name. Must be alphanumeric"], ["csr.invalid-name"],
      ["Invalid", "CSR", "name.", "Must", "be", "alphanumeric"],
      ["cms1a> pki csr a_b CN:x\nInvalid CSR name. Must be alphanumeric\n"],
    ])
  func known(words: [String]) throws {
    let result = try Program.run(["explain"] + words)
    #expect(result.status == 0 && result.errors == "")
    #expect(result.output.hasPrefix("csr.invalid-name: an error of MMP\n"))
    let demonstration = "To show it:\n  mmp\n  cms1a> pki csr "
    for part in ["Cause: ", "Remedy: ", "Grade: ", "Source: ", demonstration] {
      #expect(result.output.contains(part))
    }
  }

  @Test("what is no message is status 1, with those that are nearest")
  func unknown() throws {
    let result = try Program.run("explain", "the certifcate is expird and damaged")
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("mmp: there is no message `the certifcate is"))
    #expect(result.output.contains("file.damaged"))
    let none = try Program.run("explain", "qqqqqqqqqqqq")
    #expect(none.status == 1 && none.output == "")
    #expect(
      none.errors
        == "mmp: there is no message `qqqqqqqqqqqq`; mmp explain --list has all errors\n")
  }

  @Test("of a text of any length the beginning is looked at, which is said")
  func long() throws {
    let result = try HostProgram.run(
      "/bin/sh",
      ["-c", "exec \(Program.path) explain \"$(head -c 102400 /dev/zero | tr '\\0' q)\""])
    #expect(result.status == 1 && result.output == "")
    #expect(result.errors.contains("q...`, of which 4096 bytes were looked at; mmp explain --list"))
  }

  @Test("--list has the errors, with --all every message")
  func list() throws {
    let errors = try Program.run("explain", "--list")
    #expect(errors.status == 0 && errors.output.contains("\ncsr.invalid-name "))
    #expect(!errors.output.contains("\nmatch.success "))
    let all = try Program.run("explain", "--list", "--all")
    #expect(all.status == 0 && all.output.contains("\nmatch.success "))
  }

  @Test(
    "wrong usage is 64",
    arguments: [[], [""], [" \n"], ["--all"], ["--list", "x"], ["--collect", "a", "--list"]])
  func usage(arguments: [String]) throws {
    let result = try Program.run(["explain"] + arguments)
    #expect(result.status == 64 && result.output == "" && !result.errors.isEmpty)
  }

  @Test(
    "hostile text gets a short answer, without what a terminal would obey",
    arguments: [
      #"head -c 65536 /dev/zero | tr '\0' x"#, #"head -c 65536 /dev/zero | tr '\0' ' :'"#,
      #"printf 'a\033]0;title\007b\033[2J'"#, #"printf '\377\376\200 abc \303'"#,
      #"yes 'File not found {file} {' | head -c 65536"#,
    ])
  func hostile(text: String) throws {
    let result = try HostProgram.run(
      "/bin/sh",
      ["-c", "exec timeout \(Patience.seconds) \(Program.path) explain -- \"x$(\(text))\""])
    #expect([0, 1].contains(result.status))
    #expect(result.output.utf8.count < 4096 && result.errors.utf8.count < 1024)
    #expect(!(result.output + result.errors).contains("\u{1B}"))
  }
}
