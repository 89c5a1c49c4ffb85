import Console

/// A console without a terminal: what goes back is a transcript, as from the local console behind a
/// pipe.
final class PipeService: ChannelService {
  private let console: PipedSession
  private let screen: ChannelScreen
  private let status: () -> Int32
  private var input = ByteQueue()
  private var hasInputEnded = false

  init(_ console: GuestConsole, link: any ChannelLink) {
    screen = ChannelScreen(link)
    self.console = PipedSession(console.session, screen: screen, lineLimit: Self.lineLimit)
    status = console.exitStatus
  }

  func start() { console.start() }

  /// More than any command takes; a client that never ends its line gets no more memory.
  private static let lineLimit = 1 << 16

  func receive(_ bytes: UnsafeRawBufferPointer) { input.append(bytes) }

  var waiting: Int { input.count }

  /// A line that came with the request, unless one before it asks; an answer, or that none comes.
  var hasWork: Bool {
    !console.hasEnded && (console.hasLines || !input.isEmpty || hasInputEnded && console.isAsking)
  }

  func work() {
    screen.isStopped = false
    if console.hasLines {
      console.carryOutLine()
    } else if input.isEmpty {
      console.endInput()
    } else {
      console.feed(input.takeLine())
    }
  }

  /// The session itself goes on: it does not know that nobody can answer its prompt.
  func endInput() {
    console.endInput()
    hasInputEnded = true
  }

  func interrupt() { screen.isStopped = true }

  var hasEnded: Bool {
    console.hasEnded || hasInputEnded && !console.hasLines && !console.isAsking
  }

  var exitStatus: Int32? { status() }
}
