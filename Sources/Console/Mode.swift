/// One thing a session can be doing: a prompt, and what happens to what is typed at it.
///
/// The MMP prompt is a mode, and so is a password question. A session is a stack of them, which
/// is why a pasted block behaves as on the real console: the next line answers the question.
public protocol Mode: AnyObject {
  /// What stands in front of the cursor.
  var prompt: Prompt { get }

  /// Answers what the user does.
  func receive(_ input: Input, on screen: any Screen) -> Reply

  /// The characters Tab adds at the end of `line`; empty if there is nothing to add.
  func completion(of line: String) -> String

  /// What may be told of a line typed here, to journals and logs.
  func told(of line: String) -> TypedLine

  /// Who types here, for whoever listens to the session and knows what that is; nil if the mode does
  /// not say.
  var owner: (any Sendable)? { get }
}

extension Mode {
  /// Nothing to complete, unless a mode says otherwise.
  public func completion(of line: String) -> String { "" }

  /// All of it, unless a mode says otherwise.
  public func told(of line: String) -> TypedLine { TypedLine(line) }

  /// Nobody says, unless a mode does.
  public var owner: (any Sendable)? { nil }
}

/// A typed line as it may be told to others.
public struct TypedLine: Sendable, Equatable {
  /// What stands in a secret's place.
  public static let mask = "***"

  /// The line, its secrets masked.
  public var text: String
  /// What was masked: nothing of it may be told otherwise either.
  public var secrets: [String]
  /// Whether whoever typed it may have it carried out.
  public var isPermitted: Bool

  /// A line.
  public init(_ text: String, secrets: [String] = [], isPermitted: Bool = true) {
    self.text = text
    self.secrets = secrets
    self.isPermitted = isPermitted
  }

  /// Some other text about the line, such as a value in its answer, without the secrets.
  public func masking(_ text: String) -> String {
    secrets.reduce(text) { $0.contains($1) ? $0.replacing($1, with: Self.mask) : $0 }
  }
}
