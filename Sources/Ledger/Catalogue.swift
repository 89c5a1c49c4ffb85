/// What one simulated product says. Each conforming type declares messages in one style: a constant
/// where there is nothing to fill in, a function with a parameter for each name in braces otherwise.
///
///     static let matching = answer("match.success", "Matching certificate and ...", ...)
///     static func fileNotFound(file: String) -> Saying {
///       error("file.not-found", "File {file} not found", .inferred, [file], ...)
///     }
///
/// So the compiler catches a value that is missing, superfluous or misnamed.
public protocol Catalogue {
  /// Who says it, as in `MMP` or `psftp`.
  static var product: String { get }

  /// All of it, in the order of the ledger.
  @Sayings static var sayings: [Saying] { get }
}

extension Catalogue {
  /// All messages, in the order of the ledger.
  public static var messages: [Message] { sayings.map(\.message) }

  /// Something said in the course of success; `values` fill the braces in the order in which their
  /// names first appear.
  public static func answer(
    _ id: String, _ template: String, _ grade: Message.Grade, _ values: [String] = [],
    source: String
  ) -> Saying {
    Saying(
      Message(
        id: id, product: product, template: template, grade: grade, source: source, advice: nil),
      values)
  }

  /// Something said when a command cannot be carried out.
  public static func error(
    _ id: String, _ template: String, _ grade: Message.Grade, _ values: [String] = [],
    source: String, cause: String, remedy: String
  ) -> Saying {
    Saying(
      Message(
        id: id, product: product, template: template, grade: grade, source: source,
        advice: Message.Advice(cause: cause, remedy: remedy)),
      values)
  }
}

/// Collects a catalogue's declarations by their names; functions are called with any values.
@resultBuilder
public enum Sayings {
  /// A message without values.
  public static func buildExpression(_ saying: Saying) -> [Saying] { [saying] }

  /// A message with values.
  public static func buildExpression<each Value: ExpressibleByStringLiteral>(
    _ speak: (repeat each Value) -> Saying
  ) -> [Saying] { [speak(repeat "..." as each Value)] }

  /// Parts of a catalogue that are declared elsewhere.
  public static func buildExpression(_ sayings: [Saying]) -> [Saying] { sayings }

  /// All of them in their order.
  public static func buildBlock(_ parts: [Saying]...) -> [Saying] { parts.flatMap { $0 } }
}
