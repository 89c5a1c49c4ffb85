import Console
import Ledger

extension Command {
  /// Without words the families, with words the usage of every command they start.
  static let help = Command(
    "help", .commandWords, summary: "List commands, or show usage", for: .everybody,
    onlyReads: true
  ) {
    (call) throws(Refusal) in
    let commands = call.table.commands
    guard !call.arguments.isEmpty else {
      let families = commands.filter { $0.words.count == 1 }
      let width = families.map(\.words[0].count).max() ?? 0
      return Reply(
        families.map {
          let padding = String(repeating: " ", count: width - $0.words[0].count)
          return MMPMessages.helpEntry(command: $0.words[0] + padding, summary: $0.summary)
        })
    }
    let asked = call.table.commands(under: call.arguments)
    guard !asked.isEmpty else { throw Refusal(MMPMessages.unknownCommand) }
    return Reply(asked.map { MMPMessages.usage(usage: $0.usage) })
  }
}
