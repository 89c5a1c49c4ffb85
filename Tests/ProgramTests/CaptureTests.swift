import ProgramSupport
import Testing

@Suite("What the program shows, byte for byte")
struct CaptureTests {
  @Test("fed from a pipe", arguments: Capture.all(in: "pipe"))
  func pipe(capture: Capture) throws { try check(capture) }

  @Test("at a terminal", arguments: Capture.all(in: "terminal"))
  func terminal(capture: Capture) throws { try check(capture) }

  private func check(_ capture: Capture) throws {
    if let difference = try capture.difference(on: .checkout) {
      Issue.record("\(difference)")
    }
  }
}
