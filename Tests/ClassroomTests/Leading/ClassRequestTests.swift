import Control
import LineEditing
import Testing

@testable import Classroom

@Suite("What is asked of a class")
struct ClassRequestTests {
  @Test("goes to another process and comes back the same")
  func words() {
    for request in [
      ClassRequest(.status), ClassRequest(.status, [.json: ""]),
      ClassRequest(.say, [.pod: "a=b", .text: "x=y\nz\u{1B}"]),
      ClassRequest(.inject, [.pod: "3", .name: "", .text: "fault: []"]),
      ClassRequest(.events, [.pod: nil, .follow: ""]),
    ] {
      #expect(ClassRequest(request.request) == request)
    }
    #expect(ClassRequest(.events, [.pod: nil]).values.isEmpty)
  }

  @Test(
    "anything else is no such request",
    arguments: [
      ["class"], ["class", "dance"], ["window", "status"], ["class", "reset", "pod"],
      ["class", "reset", "cat=3"],
    ])
  func others(words: [String]) { #expect(ClassRequest(Request(words)) == nil) }

  @Test("whoever watches too slowly loses some and is told; nobody waits")
  func slow() {
    let asker = TestAsker()
    let relay = WatchRelay(to: asker)
    relay.take(.bytes(Array("a".utf8)))
    asker.set(pending: WatchRelay.limit)
    relay.take(.bytes(Array("bcd".utf8)))
    relay.take(.bytes(Array("ef".utf8)))
    relay.catchUp()
    #expect(asker.take() == "a")
    asker.set(pending: 0)
    relay.catchUp()
    #expect(asker.take() == "\r\n| 5 bytes were too fast and are not shown\r\n")
    relay.take(.bytes(Array("g".utf8)))
    #expect(asker.take() == "g" && !relay.hasEnded)
    relay.take(.end)
    #expect(relay.hasEnded)
  }
}
