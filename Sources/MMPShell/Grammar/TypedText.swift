/// What is typed is compared byte by byte. Swift's own comparison first brings both texts into a
/// common form, which takes minutes for a line of combining marks; and the appliance, a C program,
/// does not.
extension StringProtocol {
  func hasSameBytes(as other: some StringProtocol) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }

  func startsWithBytes(of other: some StringProtocol) -> Bool { utf8.starts(with: other.utf8) }
}

extension Sequence<String> {
  func startsWithWords(_ words: some Sequence<String>) -> Bool {
    starts(with: words) { $0.hasSameBytes(as: $1) }
  }
}
