import Classroom
import Synchronization

/// A screenful that is painted over the one before, so that nothing flickers.
final class RepaintedScreen: ClassAsker {
  private let bytes = Mutex<[UInt8]>([])

  func show(_ more: [UInt8]) -> Bool {
    bytes.withLock { $0 += more }
    return true
  }

  func push(_ more: [UInt8]) { _ = show(more) }
  var pending: Int { 0 }
  func wait(milliseconds: Int32) -> Bool { false }
  func wake() {}

  /// Shows it; one after the other where no terminal is.
  func paint() throws(Failure) {
    let text = String(decoding: bytes.withLock { $0 }, as: UTF8.self)
    guard StandardStream.output.isTerminal else { return try StandardStream.output.print(text) }
    // Each line is cleared behind its end, and the rest of the screen behind the last.
    try StandardStream.output.print(
      "\u{1B}[H"
        + text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\u{1B}[K\n") + "\u{1B}[J")
  }
}
