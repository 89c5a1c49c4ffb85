import Testing

@testable import Gateway

@Suite("Shares of what is kept ready")
struct KeyShelfTests {
  private final class Pod: Sendable {}
  private let pods = (0..<24).map { _ in Pod() }

  private func id(_ pod: Int) -> ObjectIdentifier { ObjectIdentifier(pods[pod]) }

  /// A shelf of that size with `count` things on it, numbered from 1.
  private func shelf(size: Int, groups: Int, with count: Int? = nil) -> KeyShelf<Int> {
    var shelf = KeyShelf<Int>(size: size, groups: groups)
    for number in 0..<(count ?? size) where shelf.begin() { shelf.finish(number + 1) }
    return shelf
  }

  /// Has a group take all it can; how many that were.
  private func drained(_ shelf: inout KeyShelf<Int>, by pod: Int) -> Int {
    var count = 0
    while shelf.take(for: id(pod)) != nil { count += 1 }
    return count
  }

  @Test("no more are made than are missing, those under way included")
  func shortage() {
    var shelf = KeyShelf<Int>(size: 2, groups: 1)
    #expect(shelf.begin() && shelf.begin() && !shelf.begin())
    shelf.finish(1)
    #expect(shelf.shortage == 0 && shelf.count == 1)
    // Nothing has come of it.
    shelf.finish(nil)
    #expect(shelf.shortage == 1)
    var none = KeyShelf<Int>(size: 0, groups: 1)
    #expect(!none.begin() && none.take(for: id(0)) == nil)
  }

  @Test("the oldest goes first, and who is alone may have all")
  func alone() {
    var shelf = shelf(size: 3, groups: 1)
    #expect((0..<4).map { _ in shelf.take(for: id(0)) } == [1, 2, 3, nil])
    #expect(shelf.shortage == 3)
  }

  @Test("whoever asks for much leaves as much to each of the others", arguments: [2, 8, 10, 24])
  func shares(groups: Int) {
    var shelf = shelf(size: 24, groups: groups)
    let greedy = drained(&shelf, by: 0)
    #expect(greedy == (24 + groups - 1) / groups)
    let others = (1..<groups).map { pod in
      (0..<24 / groups).count { _ in shelf.take(for: id(pod)) != nil }
    }
    #expect(others.allSatisfy { $0 == 24 / groups })
  }

  @Test("with fewer than one for each, none has two")
  func scarce() {
    var shelf = shelf(size: 24, groups: 24, with: 5)
    #expect(drained(&shelf, by: 0) == 1)
    #expect((1..<6).map { drained(&shelf, by: $0) } == [1, 1, 1, 1, 0])
  }

  @Test("what has been replaced no longer counts, what was taken first before the rest")
  func replacement() {
    var shelf = shelf(size: 24, groups: 24)
    #expect(drained(&shelf, by: 0) == 1 && drained(&shelf, by: 1) == 1)
    _ = shelf.begin()
    shelf.finish(25)
    #expect(drained(&shelf, by: 1) == 0)
    #expect(drained(&shelf, by: 0) == 1)
  }

  @Test("more groups than were expected are no mistake")
  func strangers() {
    var shelf = shelf(size: 4, groups: 1)
    #expect((0..<4).map { shelf.take(for: id($0)) } == [1, 2, 3, 4])
  }
}
