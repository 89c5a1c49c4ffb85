import Journal

/// What is typed and said in a world, each message with the command that it answers.
struct Dialogue {
  /// Something that was said or typed.
  struct Heard {
    let said: Said
    /// The number of the event: of the command's where a message answers one; nil if no journal has it.
    let event: Int?
  }

  private struct Visit: Hashable {
    let host: String
    let number: Int?
  }

  /// A command that was typed.
  private struct Command {
    let line: String
    /// Its event's number.
    let event: Int
  }

  /// The last command of each visit, until the next one; none where it may not be carried out.
  private var commands: [Visit: Command] = [:]
  /// Who leaves is forgotten; more than these are never there at a time.
  private static let mostVisits = 1_000

  /// What an event tells; nil for one that tells neither of a message nor of a command.
  mutating func take(_ event: Event) -> Heard? {
    let visit = Visit(host: event.host, number: event.actor?.visit)
    switch event.kind {
    case .typed(let typed) where typed.isCommand:
      // What answers such a line answers the one that was typed, with its pipe.
      let isFed = typed.isFed && commands[visit] != nil
      if !isFed { commands[visit] = nil }
      guard typed.isPermitted, let said = Said(event) else { return nil }
      if commands.count >= Self.mostVisits { commands.removeAll() }
      if !isFed {
        commands[visit] = Command(line: said.values[Said.line] ?? "", event: event.number)
      }
      return Heard(said: said, event: event.number)
    case .ended:
      commands[visit] = nil
      return nil
    default:
      guard let said = Said(event) else { return nil }
      let command = commands[visit]
      return Heard(said: said.answering(command?.line), event: command?.event ?? event.number)
    }
  }
}
