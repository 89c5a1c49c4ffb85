/// The names a file on the appliance may have.
public enum FileName {
  /// Longest name, in bytes: what common file systems allow.
  public static let maximumLength = 255

  /// Whether a file of this name may be stored: ASCII letters, digits, `.`, `-`, `_`, not starting
  /// with a dot. Everything the evidence names fits, and nothing that could leave a directory.
  public static func isValid(_ name: some StringProtocol) -> Bool { isValid(bytes: name.utf8) }

  /// Whether these bytes are a name a file may have.
  public static func isValid(bytes name: some Collection<UInt8>) -> Bool {
    guard let first = name.first, first != UInt8(ascii: ".") else { return false }
    return name.count <= maximumLength
      && name.allSatisfy { isAlphanumeric($0) || "._-".utf8.contains($0) }
  }

  /// Whether `byte` is an ASCII letter or digit.
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
