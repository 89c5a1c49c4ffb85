import Testing
import Transcripts

@Suite("Speed")
struct SpeedTests {
  @Test("a step costs next to nothing")
  func steps() throws {
    let count = 10_000
    let text = try transcript(String(repeating: "cms1a> say one|two\none\n[..]wo\n", count: count))
    let stage = FakeStage()
    let clock = ContinuousClock()
    let time = clock.measure { #expect(text.replay(on: stage).steps == count) }
    // 0.02 ms a step in a release build; the limit leaves room for debug builds and busy machines.
    #expect(time < .seconds(5))
  }
}
