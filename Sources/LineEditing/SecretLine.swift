/// A line that does not appear while it is typed: there is no cursor, so only its end is edited.
struct SecretLine {
  private var scalars: [Unicode.Scalar] = []

  var isEmpty: Bool { scalars.isEmpty }

  /// The line as it is handed on.
  var text: String { String(String.UnicodeScalarView(scalars)) }

  /// Types `more`, as far as the line may grow.
  mutating func insert(_ more: [Unicode.Scalar]) {
    scalars += more.prefix(EditedLine.maximumByteCount - scalars.count)
  }

  /// Does what a key means to the line; most keys mean nothing.
  mutating func perform(_ command: EditingCommand) {
    switch command {
    case .deleteBackward: _ = scalars.popLast()
    case .killLine: scalars.removeAll()
    default: break
    }
  }
}
