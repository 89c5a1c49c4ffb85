package import Control

/// Whoever asks a class's desk for something, in this process or another one.
package protocol ClassAsker: Sendable {
  /// Hands over some of the answer; false if nobody takes it any more.
  @discardableResult func show(_ bytes: [UInt8]) -> Bool

  /// The same without ever waiting; any thread may.
  func push(_ bytes: [UInt8])

  /// How many bytes of the answer are on their way.
  var pending: Int { get }

  /// Lets that many milliseconds pass, or less if ``wake()`` is called; false if nobody wants to know
  /// any more, or nobody may.
  func wait(milliseconds: Int32) -> Bool

  /// Ends a wait. Any thread may.
  func wake()
}

/// An asker in another process.
package struct ConnectedAsker: ClassAsker {
  private let connection: Connection

  /// Whoever is at the other end.
  package init(_ connection: Connection) { self.connection = connection }

  package func show(_ bytes: [UInt8]) -> Bool {
    Frame.pieces(.output, bytes).allSatisfy { connection.waitForRoom() && connection.send($0) }
  }

  package func push(_ bytes: [UInt8]) {
    for frame in Frame.pieces(.output, bytes) { connection.send(frame) }
  }

  package var pending: Int { connection.pending }

  package func wait(milliseconds: Int32) -> Bool {
    switch try? connection.receive(within: milliseconds) {
    case .frame, .input, .wake, .quiet: true
    case .end, .stop, nil: false
    }
  }

  package func wake() { connection.wake() }
}
