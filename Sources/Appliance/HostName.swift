/// The names an appliance may go by.
public enum HostName {
  /// RFC 1123: labels of 1 to 63 letters, digits and inner hyphens, 253 characters in all.
  public static func isValid(_ name: String) -> Bool {
    name.utf8.count <= 253
      && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { FileName.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
      }
  }
}
