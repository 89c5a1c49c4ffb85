import LineEditing
import SFTP

/// SFTP in a channel.
final class FileTransferService: ChannelService {
  private let server: SFTPServer
  private unowned let link: any ChannelLink
  private var hasClientEnded = false

  init(_ server: SFTPServer, link: any ChannelLink) {
    self.server = server
    self.link = link
  }

  func receive(_ bytes: UnsafeRawBufferPointer) { server.receive(bytes) }

  var waiting: Int { server.waiting }

  var hasWork: Bool { server.hasWork }

  func work() {
    let end = MonotonicTime.now + Self.turn
    link.send(server.answer(upTo: Self.share) { MonotonicTime.now < end })
  }

  /// What is answered before it is sent, in bytes.
  private static let share = 256 << 10

  /// How long is answered before the client's leaving would show, in milliseconds.
  private static let turn = 10

  func endInput() { hasClientEnded = true }

  var hasEnded: Bool { hasClientEnded || server.isBroken }

  /// As OpenSSH's server: 0 after a proper end.
  var exitStatus: Int32? { server.isBroken ? 1 : 0 }

  func close() { server.close() }
}
