import Ledger
import Workstation

/// Lines carried out, typed or from a script.
extension PSFTP {
  /// Takes the file given by `-b`, if there is one, as what is typed from now on.
  func loadScript() {
    guard !hasEnded, script == nil, let name = options.script else { return }
    guard let path = localFolder.resolving(name), let bytes = try? seat.drive.read(path)
    else {
      say(PSFTPMessages.noBatchFile(file: name))
      disconnect()
      return end(1)
    }
    script = Self.lines(of: bytes)
  }

  /// The lines of a script. One ends at its first carriage return too, as C's `strcspn` leaves it.
  private static func lines(of bytes: [UInt8]) -> ArraySlice<String> {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { String(decoding: $0.prefix { $0 != 0x0D }, as: UTF8.self) }[...]
  }

  /// Carries out what is left of the script, up to where it has to ask.
  func runScript() {
    guard script != nil else { return }
    while !hasEnded, login == nil {
      guard let line = script?.popFirst() else {
        if options.echoesScript { say(PSFTPMessages.quit.behind(PSFTPMessages.prompt.text)) }
        return quit()
      }
      if options.echoesScript { say(line: PSFTPMessages.prompt.text + line) }
      if !obey(line), !options.ignoresErrors, !hasEnded {
        disconnect()
        end(2)
      }
    }
  }

  /// Carries out one line; false if it failed.
  @discardableResult func obey(_ line: String) -> Bool {
    let words = PSFTPWords(line).words
    guard let name = words.first else { return true }
    guard let command = PSFTPCommand.named(name) else {
      say(PSFTPMessages.unknownCommand(word: name))
      return false
    }
    return command.run(PSFTPCall(words: words, psftp: self))
  }
}
