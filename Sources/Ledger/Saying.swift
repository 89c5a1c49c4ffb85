/// A message spoken: which one it is, with what values, and what is shown of it.
///
/// It stays one until bytes leave the program, so that whoever listens to a session hears what was
/// said and need not read it off the screen.
public struct Saying: Sendable {
  /// What is said.
  public let message: Message
  /// What stands in place of the braces, in the order in which their names first appear.
  public let values: [String]
  /// What is shown in front of it and is no part of it, such as a command's name.
  public private(set) var lead = ""
  /// How it ends: with its line, unless something is to follow on that.
  public private(set) var end = "\n"

  /// Messages whose words stand among its values.
  public private(set) var quoted: [Saying] = []

  /// A message with its values.
  init(_ message: Message, _ values: [String]) {
    self.message = message
    self.values = values
  }

  /// The message's unchanging name, as in `csr.created`.
  public var id: String { message.id }

  /// The words, with the values in their places.
  public var text: String { values.isEmpty ? message.template : message.filled(with: values) }

  /// The bytes that a screen gets: lead, words and end.
  public var bytes: [UInt8] {
    let text = text
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lead.utf8.count + text.utf8.count + end.utf8.count)
    if !lead.isEmpty { bytes += lead.utf8 }
    bytes += text.utf8
    bytes += end.utf8
    return bytes
  }

  /// The values with their names, in the order in which these first appear in the template.
  public var namedValues: [(name: String, value: String)] {
    values.isEmpty ? [] : zip(message.names, values).map { ($0, $1) }
  }

  /// The same behind some other text.
  public func behind(_ lead: String) -> Saying {
    var saying = self
    saying.lead = lead + self.lead
    return saying
  }

  /// The same, with the message noted whose words stand among its values.
  public func quoting(_ other: Saying) -> Saying {
    var saying = self
    saying.quoted.append(other)
    return saying
  }

  /// The same with another end.
  public func ending(_ end: String) -> Saying {
    var saying = self
    saying.end = end
    return saying
  }
}

extension Saying: Equatable {
  /// Whether the same is said and shown.
  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.values == right.values && left.lead == right.lead
      && left.end == right.end
  }
}
