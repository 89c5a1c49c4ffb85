public import Ledger

/// One thing that is shown.
public enum Part: Sendable {
  /// A message, which keeps its name until it is bytes.
  case saying(Saying)
  /// Bytes, not text: a certificate may hold text in no known encoding, shown as it is.
  case bytes([UInt8])
  /// A line in the lab's own voice, or the instructor's: only a person at a terminal sees it,
  /// never a recording, a pipe, a command's caller or a transcript.
  case aside(String)
}

extension Part {
  /// A line that is no message, such as a file's name in a list.
  public static func line(_ text: String) -> Self { .lines(CollectionOfOne(text)) }

  /// Lines that are no messages.
  public static func lines(_ texts: some Sequence<String>) -> Self {
    var bytes: [UInt8] = []
    for text in texts {
      bytes += text.utf8
      bytes.append(0x0A)
    }
    return .bytes(bytes)
  }

  /// What a screen without a person shows of it.
  public var bytes: [UInt8] {
    switch self {
    case .saying(let saying): saying.bytes
    case .bytes(let bytes): bytes
    case .aside: []
    }
  }
}
