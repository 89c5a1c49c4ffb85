public import Appliance
public import Console

/// The MMP prompt of one appliance.
public final class Shell: Mode {
  private let appliance: Appliance
  private let table: CommandTable

  /// A shell for the user `admin`.
  public init(on appliance: Appliance) {
    self.appliance = appliance
    table = .shared(for: appliance.release)
  }

  /// `<hostname>> `, the name as set (shell.md 1).
  public var prompt: String { "\(appliance.hostname)> " }

  /// Carries out one line. An empty line is answered by the next prompt.
  public func receive(_ line: String, on screen: any Screen) -> Reply {
    let words = CommandLineWords(line)
    guard !words.words.isEmpty else { return Reply() }
    do throws(Refusal) {
      let (command, arguments) = try table.parse(words)
      return try command.run(
        Call(
          command: command, table: table, arguments: arguments, appliance: appliance,
          screen: screen))
    } catch {
      return Reply(lines: error.lines)
    }
  }

  /// Completes commands, then file names where a file is wanted.
  public func completion(of line: String) -> String {
    table.completion(of: line, files: appliance.files.map(\.name))
  }
}
