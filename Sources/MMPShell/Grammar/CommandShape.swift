package import Appliance

/// What a command looks like from outside: its words, and how many may follow them.
package struct CommandShape: Sendable {
  /// The fixed words it starts with, such as `pki` and `csr`.
  package let words: [String]
  /// What is typed, as `help` shows it.
  package let usage: String
  /// How many words have to follow, and how many may.
  package let arguments: ClosedRange<Int>
  /// Whether it changes nothing, whatever it is given.
  package let onlyReads: Bool
}

extension Shell {
  /// The commands of a release, in the order of `help`.
  package static func commands(of release: Release) -> [CommandShape] {
    CommandTable.shared(for: release).commands.map {
      CommandShape(
        words: $0.words, usage: $0.usage, arguments: $0.argumentCount, onlyReads: $0.onlyReads)
    }
  }
}
