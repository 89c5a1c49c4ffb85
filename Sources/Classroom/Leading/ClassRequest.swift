package import Control

/// What whoever leads a class asks of the process that has its file open, or does without one.
package struct ClassRequest: Sendable, Equatable {
  /// What is to be done.
  package enum Verb: String, Sendable {
    /// How the class stands.
    case status
    /// What happened.
    case events
    /// What was reached.
    case grade
    /// A terminal, as it is seen there.
    case watch
    /// Lines for the next prompt of terminals.
    case say
    /// A new attempt for a pod.
    case reset
    /// A copy of all that a pod has.
    case snapshot
    /// A pod as it was when a copy was taken.
    case restore
    /// Which copies there are.
    case snapshots
    /// No such copy any more.
    case drop
    /// A fault in a pod.
    case inject
    /// No such pod any more.
    case remove
    /// Nothing that tells of people.
    case forget
    /// What lets a pod's trainee in.
    case password

    /// Whether it makes sense only while somebody serves the class.
    package var needsServer: Bool { self == .say || self == .watch }
  }

  /// What a value is for.
  package enum Key: String, Sendable, CaseIterable {
    /// The pod, by its number or its trainee's id.
    case pod
    /// A machine's name.
    case host
    /// A snapshot's, or a scenario's.
    case name
    /// What is said, or a scenario's YAML.
    case text
    /// JSON and not a table.
    case json
    /// In what form, of ``GradeSheet/Form``.
    case format
    /// What happens from now on as well.
    case follow
    /// All pods and not one.
    case all
    /// A new password and not the present one.
    case random
  }

  /// Whether it is asked for all pods what otherwise is asked for one.
  var isForAll: Bool {
    switch verb {
    case .reset, .snapshot, .restore, .drop, .inject: values[.all] != nil
    default: false
    }
  }

  /// What the first word of such a request is.
  package static let name = "class"

  /// What the server says at once, so that whoever asks knows that it is at work; it shows nothing.
  package static let taken = Frame(.output)

  /// What is to be done.
  package let verb: Verb
  /// With what.
  package let values: [Key: String]

  /// A request; values that are nil are not given.
  package init(_ verb: Verb, _ values: [Key: String?] = [:]) {
    self.verb = verb
    self.values = values.compactMapValues(\.self)
  }

  /// The request in words.
  package var request: Request {
    let words = values.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.rawValue)=\($0.value)" }
    return Request([Self.name, verb.rawValue] + words)
  }

  /// The request that words are; nil if they ask for something else.
  package init?(_ request: Request) {
    let words = request.words
    guard words.count >= 2, words[0] == Self.name, let verb = Verb(rawValue: words[1]) else {
      return nil
    }
    var values: [Key: String] = [:]
    for word in words.dropFirst(2) {
      guard let equals = word.firstIndex(of: "="), let key = Key(rawValue: String(word[..<equals]))
      else { return nil }
      values[key] = String(word[word.index(after: equals)...])
    }
    self.init(verb, values)
  }
}
