extension WindowsPEM {
  /// The bytes behind what a Windows program takes for one encoded object: as its
  /// `CryptStringToBinary` in the mode that tries all forms.
  ///
  /// The text between the first `-----BEGIN` and the `-----END` behind it counts, whatever the
  /// labels say and whatever stands around; without such lines all is base64, and what is no
  /// base64 is the object itself. The text may be UTF-16 or start with a byte order mark.
  public static func decode(_ file: [UInt8]) -> [UInt8] {
    let text = narrowed(file)
    return body(of: text).flatMap(base64) ?? base64(text) ?? file
  }

  /// Text of one byte for each character; what is not ASCII becomes what base64 does not have.
  private static func narrowed(_ file: [UInt8]) -> ArraySlice<UInt8> {
    if file.starts(with: [0xEF, 0xBB, 0xBF]) { return file.dropFirst(3) }
    guard file.starts(with: [0xFF, 0xFE]) else { return file[...] }
    return stride(from: 2, to: file.count - 1, by: 2).map { index in
      file[index + 1] == 0 && file[index] < 0x80 ? file[index] : UInt8(ascii: "?")
    }[...]
  }

  private static func body(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let dashes = Array("-----".utf8)
    guard let begin = text.firstRange(of: Array("-----BEGIN".utf8)),
      let label = text[begin.upperBound...].firstRange(of: dashes)
    else { return nil }
    let body = text[label.upperBound...]
    return body.firstRange(of: Array("-----END".utf8)).map { body[..<$0.lowerBound] }
  }

  private static func base64(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let blanks = Array(" \t\r\n".utf8)
    return Base64.decode(text.filter { !blanks.contains($0) })
  }
}
