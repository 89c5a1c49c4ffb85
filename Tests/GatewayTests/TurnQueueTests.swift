import PKI
import Testing

@testable import Gateway

@Suite("Turns")
struct TurnQueueTests {
  private final class Pod: Sendable {}
  private let pods = (Pod(), Pod(), Pod())

  private func asker(_ pod: Pod, _ member: Int = 0) -> Asker {
    Asker(of: ObjectIdentifier(pod), member: member)
  }

  /// Takes everything out, each done before the next is taken.
  private func emptied(_ queue: inout TurnQueue<String>) -> [String] {
    var order: [String] = []
    while let (element, group) = queue.takeNext() {
      order.append(element)
      queue.finish(of: group)
    }
    return order
  }

  @Test("groups have turns, and in a group its members; one member's come in their order")
  func turns() {
    var queue = TurnQueue<String>()
    for element in ["a1", "a2", "a3"] { queue.append(element, for: asker(pods.0, 1)) }
    for element in ["b1", "b2"] { queue.append(element, for: asker(pods.0, 2)) }
    queue.append("c1", for: asker(pods.1))
    queue.append("d1", for: nil)
    #expect(emptied(&queue) == ["a1", "c1", "d1", "b1", "a2", "b2", "a3"])
    #expect(queue.takeNext() == nil)
  }

  @Test("what fits may be taken out of its turn, and only of its group")
  func outOfTurn() {
    var queue = TurnQueue<String>()
    for element in ["a1", "key"] { queue.append(element, for: asker(pods.0, 1)) }
    queue.append("b1", for: asker(pods.0, 2))
    #expect(queue.takeFirst(of: ObjectIdentifier(pods.1)) { _ in true } == nil)
    #expect(queue.isIdle(ObjectIdentifier(pods.0)))
    #expect(queue.takeFirst(of: ObjectIdentifier(pods.0)) { $0 == "key" } == "key")
    #expect(!queue.isIdle(ObjectIdentifier(pods.0)))
    #expect(queue.takeFirst(of: ObjectIdentifier(pods.0)) { $0 == "key" } == nil)
    #expect(queue.takeFirst(of: ObjectIdentifier(pods.0)) { $0 == "a1" } == "a1")
    queue.finish(of: ObjectIdentifier(pods.0))
    queue.finish(of: ObjectIdentifier(pods.0))
    #expect(emptied(&queue) == ["b1"])
  }

  @Test("a newcomer comes before a group that has something being done")
  func newcomer() {
    var queue = TurnQueue<String>()
    queue.begin(for: asker(pods.0))
    queue.begin(for: asker(pods.0))
    for element in ["a1", "a2"] { queue.append(element, for: asker(pods.0)) }
    queue.append("b1", for: asker(pods.1))
    queue.finish(of: ObjectIdentifier(pods.0))
    #expect(queue.takeNext()?.element == "b1")
    queue.append("c1", for: asker(pods.2))
    #expect(queue.takeNext()?.element == "c1")
    #expect(queue.takeNext()?.element == "a1")
  }

  @Test("what nobody wants is taken out, wherever it waits")
  func unwanted() {
    var queue = TurnQueue<String>()
    for member in 0..<3 {
      queue.append("a\(member)", for: asker(pods.0, member))
      queue.append("b\(member)", for: asker(pods.1, member))
    }
    queue.removeAll { $0.hasPrefix("a") || $0 == "b1" }
    #expect(emptied(&queue) == ["b0", "b2"])
  }
}
