import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("mmp's words")
struct ArgumentTests {
  @Test("--version names the program and the libraries it runs with")
  func version() throws {
    let result = try Program.run("--version")
    #expect(
      result.output.wholeMatch(
        of: /mmp \d+\.\d+\.\d+\nOpenSSL 3\.\d+\.\d+\nlibssh 0\.\d+\.\d+\n/) != nil)
    #expect(result.status == 0 && result.errors == "")
    let openssl = try HostProgram.openssl(["version"]).output.split(separator: " ")[1]
    #expect(result.output.contains("\nOpenSSL \(openssl)\n"))
  }

  @Test(
    "a mistyped word is refused with the nearest right one",
    arguments: [
      (["consle"], "Error: There is no subcommand 'consle'; did you mean console?"),
      (["help", "lbb"], "Error: There is no subcommand 'lbb'; did you mean lab?"),
      (["scenarios", "chekc"], "Error: There is no subcommand 'chekc'; did you mean check?"),
      (["hlep"], "Error: There is no subcommand 'hlep'; did you mean help?"),
      (["frobnicate"], "Error: There is no subcommand 'frobnicate'."),
      ([""], "Error: There is no subcommand ''."),
      (["lab", "--scenrio", "x"], "Error: Unknown option '--scenrio'. Did you mean '--scenario'?"),
      (
        ["--scenrio", "x", "-c", "y"],
        "Error: Unknown option '--scenrio'. Did you mean '--scenario'?"
      ),
      (["--hots", "x"], "Error: Unknown option '--hots'. Did you mean '--host'?"),
      (
        ["--host", "x", "lab"],
        "Error: Unexpected argument 'lab'; a subcommand stands before all options."
      ),
      (
        ["-c", "x", "console"],
        "Error: Unexpected argument 'console'; a subcommand stands before all options."
      ),
      (
        ["-q", "pki list"],
        "Error: Unexpected argument 'pki list'; commands stand behind console or -c."
      ),
      (
        ["console", "-c", "version", "version"],
        "Error: Commands are given with -c or as words, not both."
      ),
    ])
  func mistyped(arguments: [String], error: String) throws {
    let result = try Program.run(arguments)
    #expect(result.errors.hasPrefix("\(error)\n"))
    #expect(result.status == 64 && result.output == "")
  }

  @Test(
    "help succeeds, and tells users nothing that is none of theirs",
    arguments: [
      ["help"], ["help", "lab"], ["--help"], ["lab", "--help"], ["fidelity", "--help"],
      ["explain", "--help"],
      ["scenarios", "--help"], ["scenarios", "list", "--help"],
      ["--generate-completion-script", "bash"],
    ])
  func help(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 0 && result.errors == "" && result.output.count > 100)
    #expect(!result.output.contains("-page"))
    #expect(!result.output.contains("--page"))
    #expect(!result.output.contains("--collect"))
  }

  @Test("lab describes its own options")
  func labHelp() throws {
    let help = try Program.run("lab", "--help").output
    #expect(help.contains("PC1") && !help.contains("--host"))
    #expect(try Program.run("lab", "--host", "cms1b").status == 64)
  }
}
