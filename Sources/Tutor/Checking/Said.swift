public import Journal
import Transcripts

/// A message that was said in an attempt.
///
/// A command that was typed is told of in the same way, as ``typedLine`` with its ``line``: both are
/// what happened in a conversation, once and for all.
public struct Said: Sendable, Hashable {
  /// What stands for a message's name where a command was typed; no message is called so.
  static let typedLine = "typed line"
  /// The name of its value.
  static let line = "line"
  /// The name of what it told of, if it was a line for the lab that told of a message.
  static let told = "told"
  /// The name of the command that had met that message.
  static let about = "about"

  /// The machine it was said at.
  public let host: String
  /// Its name in the ledger.
  public let id: String
  /// Its values by their names.
  public let values: [String: String]
  /// The command that was answered with it; nil for none, and for a command itself.
  let command: String?
  /// What the files were then that a condition names; nil where none does.
  var files: String?

  /// A message said there.
  public init(host: String, id: String, values: [String: String] = [:]) {
    self.init(host: host, id: id, values: values, command: nil)
  }

  private init(host: String, id: String, values: [String: String], command: String?) {
    self.host = host
    self.id = id
    self.values = values
    self.command = command
  }

  /// The same as the answer to a command.
  func answering(_ command: String?) -> Said {
    Said(host: host, id: id, values: values, command: command)
  }

  /// A line that was typed there.
  ///
  /// - Parameters:
  ///   - message: the name of the message that a line for the lab told of; nil for none.
  ///   - command: what was answered with that; nil for none.
  init(
    host: String, typed line: String, of message: String? = nil, about command: String? = nil
  ) {
    var values = [Self.line: Self.plain(line)]
    values[Self.told] = message
    values[Self.about] = command.map(Self.plain)
    self.init(host: host, id: Self.typedLine, values: values)
  }

  /// A line with one blank between its words.
  private static func plain(_ line: String) -> String {
    line.split(separator: " ").joined(separator: " ")
  }

  /// What an event tells; nil for one that tells neither of a message nor of a command.
  public init?(_ event: Event) {
    switch event.kind {
    case .said(_, let id, let values):
      self.init(
        host: event.host, id: id,
        values: Dictionary(values.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
    case .typed(let typed) where typed.isCommand && typed.isPermitted:
      self.init(host: event.host, typed: typed.line)
    default: return nil
    }
  }
}

extension Said {
  /// Whether it is the message that a check asks for.
  func answers(
    id: String, values: [String: String], host: String?, command pattern: String? = nil
  ) -> Bool {
    guard self.id == id, host.map({ $0 == self.host }) ?? true else { return false }
    if let pattern {
      guard let command, isLine(command, like: pattern) else { return false }
    }
    guard id != Self.typedLine else {
      return isLine(self.values[Self.line] ?? "", like: values[Self.line] ?? "")
        && values[Self.told].map { $0 == self.values[Self.told] } ?? true
        && values[Self.about].map { isLine(self.values[Self.about] ?? "", like: $0) } ?? true
    }
    return values.allSatisfy { self.values[$0.key] == $0.value }
  }

  /// Whether the line that was typed is that one, in the words of transcripts; PC1, like Windows,
  /// makes no difference between upper and lower case.
  private func isLine(_ line: String, like pattern: String) -> Bool {
    let isAnyCase = host == "pc1"
    func form(_ text: String) -> ArraySlice<UInt8> {
      Array((isAnyCase ? text.lowercased() : text).utf8)[...]
    }
    return LinePattern(form(pattern)).matches(form(line))
  }
}
