/// A question that somebody at a terminal is asked before what is not easily undone.
struct Confirmation {
  /// The question, with what follows from it.
  let question: String
  /// What is said if the answer is no.
  let otherwise: String

  /// Asks, if there is somebody to ask.
  ///
  /// - Throws: that nothing was done, unless the answer is yes.
  func ask() throws(Failure) {
    guard StandardStream.input.isTerminal else { return }
    try StandardStream.output.print(
      String(decoding: StandardStream.output.presentable(Array(question.utf8)), as: UTF8.self)
        + " (y/N) ")
    var answer: [UInt8] = []
    _ = StandardStream.input.read(into: &answer)
    guard let first = answer.first, first | 0x20 == UInt8(ascii: "y") else {
      throw Failure(.unchanged, otherwise)
    }
  }
}
