/// Addresses as four numbers joined by dots.
public enum IPv4Address {
  /// Whether a typed host is an address.
  public static func isOne(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.utf8.count)
          && part.utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt8(part) != nil
      }
  }

  /// The network of an address: its first three numbers. The lab's networks have 256 addresses.
  public static func network(of address: String) -> Substring {
    address[..<(address.lastIndex(of: ".") ?? address.startIndex)]
  }
}
