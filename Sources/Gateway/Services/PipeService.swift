import Console

/// A console without a terminal: what goes back is a transcript, as from the local console behind a
/// pipe.
final class PipeService: ChannelService {
  private let console: PipedSession
  private let channelScreen: ChannelScreen
  private var input = ByteQueue()

  init(_ session: Session, link: any ChannelLink) {
    channelScreen = ChannelScreen(link)
    console = PipedSession(session, screen: channelScreen, lineLimit: Self.lineLimit)
    console.start()
  }

  /// More than any command takes; a client that never ends its line gets no more memory.
  private static let lineLimit = 1 << 16

  /// What commands show things on.
  var screen: any Screen { channelScreen }

  func receive(_ bytes: UnsafeRawBufferPointer) { input.append(bytes) }

  var waiting: Int { input.count }

  var hasWork: Bool { !input.isEmpty && !console.hasEnded }

  func work() {
    channelScreen.isStopped = false
    console.feed(input.takeLine())
  }

  func endInput() { console.endInput() }

  func interrupt() { channelScreen.isStopped = true }

  var hasEnded: Bool { console.hasEnded }

  var exitStatus: Int32? { 0 }
}
