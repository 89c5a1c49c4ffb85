import Console
import Control

/// A screen in another process that nobody edits on: bytes go out as they are.
final class ConnectionScreen: Screen {
  private let connection: Connection
  private var bytes: [UInt8] = []
  /// What has come and was not looked at yet.
  private var frames: [Frame] = []
  /// Why it is over, other than by itself.
  private(set) var outcome: ServedWindow.Outcome?

  /// How many messages are taken ahead while a command runs.
  private static let room = 16

  init(_ connection: Connection) { self.connection = connection }

  func show(_ bytes: [UInt8]) {
    self.bytes += bytes
    if self.bytes.count > 1 << 16 { flush() }
  }

  func flush() {
    for frame in Frame.pieces(.output, bytes) where connection.waitForRoom() {
      connection.send(frame)
    }
    bytes.removeAll(keepingCapacity: bytes.count <= 1 << 16)
  }

  var wasInterrupted: Bool { outcome != nil }

  /// There is no Ctrl-C; a process that went away is as good.
  var isInterrupted: Bool {
    while outcome == nil, frames.count < Self.room, let frame = take(within: 0) {
      frames.append(frame)
    }
    return outcome != nil
  }

  /// Waits for the next message; nil if none comes any more.
  func next() -> Frame? {
    if outcome == nil, !frames.isEmpty { return frames.removeFirst() }
    while outcome == nil {
      if let frame = take(within: -1) { return frame }
    }
    return nil
  }

  private func take(within milliseconds: Int32) -> Frame? {
    do throws(ControlError) {
      switch try connection.receive(within: milliseconds) {
      case .frame(let frame): return frame
      case .end: outcome = .gone
      case .stop: outcome = .stopped
      case .wake, .input, .quiet: break
      }
    } catch {
      outcome = .gone
    }
    return nil
  }

  /// The other process sent what none of ours does.
  func giveUp() { outcome = .gone }
}
