/// In which form a certificate, request or key is written down.
public enum FileForm: String, Sendable, CaseIterable {
  /// Base64 between dashes.
  case pem
  /// Binary.
  case der
}

/// What ends the lines of a file.
public enum LineEnds: String, Sendable, CaseIterable {
  /// A line feed.
  case lf
  /// Windows' two bytes.
  case crlf
}
