import Console
import LineEditing

/// A screen nobody edits on: bytes go out as they are.
final class ChannelScreen: Screen {
  private unowned let link: any ChannelLink
  /// Whether the client asked that the running command stop.
  var isStopped = false

  init(_ link: any ChannelLink) { self.link = link }

  func show(_ bytes: [UInt8]) { link.send(bytes) }

  func flush() { link.flush() }

  var wasInterrupted: Bool { isStopped || link.isClosed }

  var isInterrupted: Bool {
    link.poll()
    return isStopped || link.isClosed
  }
}
