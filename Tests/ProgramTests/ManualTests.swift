import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("Pages of the manual")
struct ManualTests {
  private static let pages = Checkout.root.folder("packaging/man")

  /// A command as the program tells of itself.
  private struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable { let name: String }
      let preferredName: Name?
      let shouldDisplay: Bool
      let kind: String
    }
    let commandName: String
    let shouldDisplay: Bool?
    let arguments: [Argument]?
    let subcommands: [Command]?

    /// Whether its page has more to say than what all have.
    var hasOwn: Bool {
      (arguments ?? []).contains { argument in
        argument.shouldDisplay && !["help", "version"].contains(argument.preferredName?.name)
      }
    }
    var shown: [Command] {
      (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
    }
  }

  private struct Dump: Decodable { let command: Command }

  private static func program() throws -> Command {
    let text = try Program.run("--experimental-dump-help").output
    return try JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command
  }

  @Test("there is one for each command, named in that of the program, with all options")
  func pages() throws {
    let main = try Self.pages.text("mmp.1")
    let commands = try Self.program().shown
    #expect(commands.count > 8)
    for command in commands {
      let name = "mmp-\(command.commandName)"
      let page = try Self.pages.text("\(name).1")
      #expect(page.hasPrefix(".\\\" @head\n"))
      #expect(main.contains(".Xr \(name) 1"))
      for inner in command.shown where inner.hasOwn {
        let line = ".\\\" @options \(command.commandName) \(inner.commandName)\n"
        // The default command's may be those of the page.
        #expect(page.contains(line) || page.contains(".\\\" @options\n"), "\(line)")
      }
      if command.shown.isEmpty { #expect(page.contains(".\\\" @options\n"), "\(name)") }
    }
  }

  @Test(
    "the shells' completions know each command",
    arguments: [
      ("bash", "\n_mmp_%() {\n"), ("zsh", "\n_mmp_%() {\n"),
      ("fish", "positional \"mmp\" -eq 1' -fa '%' "),
    ])
  func completions(shell: String, form: String) throws {
    let script = try Program.run("--generate-completion-script", shell).output
    for command in try Self.program().shown {
      let place = form.replacing("%", with: command.commandName)
      #expect(script.contains(place), "\(command.commandName)")
    }
    #expect(!script.contains(form.replacing("%", with: "sits")))
  }
}
