/// A word for clients that want to copy files by the protocol scp had before SFTP: they have a program
/// run, and would show its `Unknown command` as it comes, or nothing but a lost connection.
final class CopyRefusal: ChannelService {
  private let visit: any GuestVisit
  private unowned let link: any ChannelLink

  /// A refusal of what somebody has asked for on that visit.
  init(_ visit: any GuestVisit, link: any ChannelLink) {
    self.visit = visit
    self.link = link
  }

  /// Whether a command is what such a client asks for: `scp` as the sender (`-f`) or the receiver
  /// (`-t`) of files.
  static func concerns(_ command: String) -> Bool {
    let words = CommandText.words(of: command)
    let has = { (word: String) in words.contains { $0.elementsEqual(word.utf8) } }
    return words.first?.elementsEqual("scp".utf8) == true && (has("-f") || has("-t"))
  }

  func start() { link.complain("scp: files go by SFTP here: use sftp, or scp without -O") }

  func receive(_ bytes: UnsafeRawBufferPointer) {}

  let waiting = 0

  let hasWork = false

  func work() {}

  func endInput() {}

  let hasEnded = true

  let exitStatus: Int32? = 1

  func close() { visit.end() }
}
