import Glibc

/// A question that somebody at a terminal is asked before what is not easily undone.
struct Confirmation {
  /// The question, with what follows from it.
  let question: String
  /// What is said if the answer is no.
  let otherwise: String
  /// What is said after Ctrl-C, where that does not end the program by itself.
  var interrupted: String?

  /// Asks, if there is somebody to ask.
  ///
  /// - Throws: that nothing was done, unless the answer is yes.
  func ask() throws(Failure) {
    guard StandardStream.input.isTerminal else { return }
    try StandardStream.output.print(
      String(decoding: StandardStream.output.presentable(Array(question.utf8)), as: UTF8.self)
        + " (y/N) ")
    if let interrupted, !Self.isAnswered() {
      // The terminal shows Ctrl-C.
      StandardStream.output.write([0x0A])
      throw Failure(.interrupted, interrupted)
    }
    var answer: [UInt8] = []
    _ = StandardStream.input.read(into: &answer)
    guard let first = answer.first, first | 0x20 == UInt8(ascii: "y") else {
      throw Failure(.unchanged, otherwise)
    }
  }

  /// Waits for a line at the terminal, or its end; false if Ctrl-C came first.
  private static func isAnswered() -> Bool {
    while !Interruption.isRequested {
      var waiting = pollfd(
        fd: StandardStream.input.descriptor, events: Int16(POLLIN), revents: 0)
      // Ctrl-C ends this; one that came just before is seen with the next look.
      if poll(&waiting, 1, glance) > 0 { return true }
    }
    return false
  }

  /// How often it is looked for Ctrl-C, in milliseconds.
  private static let glance: Int32 = 200
}
