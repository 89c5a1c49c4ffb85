import Testing

@testable import Gateway

@Suite("Bytes that wait")
struct ByteQueueTests {
  @Test("first in, first out, in pieces of any size")
  func order() {
    var queue = ByteQueue()
    var taken: [UInt8] = []
    for start in stride(from: 0, to: 10_000, by: 100) {
      queue.append((start..<start + 100).map { UInt8(truncatingIfNeeded: $0) })
      let count = min(queue.count, start % 170)
      taken += queue.withUnsafeBytes { Array($0.prefix(count)) }
      queue.removeFirst(count)
    }
    taken += queue.withUnsafeBytes { Array($0) }
    #expect(taken == (0..<10_000).map { UInt8(truncatingIfNeeded: $0) })
  }

  @Test("lines come with their ends, the last one without")
  func lines() {
    var queue = ByteQueue()
    queue.append(Array("one\n\ntwo\r\nrest".utf8))
    var lines: [String] = []
    while !queue.isEmpty { lines.append(String(decoding: queue.takeLine(), as: UTF8.self)) }
    #expect(lines == ["one\n", "\n", "two\r\n", "rest"])
  }
}
