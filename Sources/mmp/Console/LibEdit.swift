import CLibEdit
import Console
import Glibc
import LineEditing

/// libedit on the local terminal, with the editing keys of the MMP (``KeyTable``).
final class LibEdit {
  private let editor: OpaquePointer?
  private let history: OpaquePointer?
  private var mode: (any Mode)?
  /// What Tab adds to a line.
  private var complete: (String) -> String = { _ in "" }
  private var isInterrupted = false
  /// What has whoever waits for a key look up.
  let window = WindowChange()
  /// The prompt as libedit wants it: alive until it is drawn again.
  private var prompt: [CChar] = [0]

  init() {
    // Without a UTF-8 locale libedit drops every other byte of what is typed.
    setlocale(LC_CTYPE, "C.UTF-8")
    editor = clibedit_init("mmp")
    history = history_init()
    clibedit_limit_history(history, 500)
    clibedit_set_context(editor, Unmanaged.passUnretained(self).toOpaque())
    clibedit_set_prompt(editor, promptOfEditor)
    clibedit_use_emacs_keys(editor)
    clibedit_read_keys(editor, readKeyOfEditor)
    clibedit_quieten(editor)
    clibedit_use_history(editor, history)
    clibedit_add_command(editor, "mmp-complete", completeInEditor)
    clibedit_add_command(editor, "mmp-interrupt", interruptEditor)
    // Most are libedit's own; the table has them all, so that SSH channels have the same.
    for binding in KeyTable.bindings {
      clibedit_bind(editor, binding.key, binding.command.libeditName)
    }
    // Escape pressed twice, of which the second became Ctrl-U, see `isLoneEscape`.
    clibedit_bind(editor, "\u{1B}\u{15}", EditingCommand.killLine.libeditName)
  }

  /// Ends it; no line can be read any more. libedit sets the terminal to what it was, or to nothing
  /// sensible if standard output is none.
  func end() {
    el_end(editor)
    history_end(history)
  }

  /// Lets the user type a line at `mode`'s prompt; `complete` says what Tab adds to it.
  func readLine(
    for mode: any Mode, at prompt: Prompt, completing complete: @escaping (String) -> String
  ) -> Input {
    self.mode = mode
    self.complete = complete
    isInterrupted = false
    // One that came too late for the command before.
    Interruption.reset()
    // libedit draws one line only, and that one again with every key.
    StandardStream.output.write(TerminalText.escaping(Array(prompt.above.utf8)))
    self.prompt = TerminalText.escaping(prompt.last).utf8CString.map { $0 }
    var count: Int32 = 0
    let text = el_gets(editor, &count)
    if isInterrupted { return .interrupt }
    guard let text, count > 0 else {
      StandardStream.output.write([0x0A])
      return .end
    }
    let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
    return .line(
      String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self))
  }

  /// Makes `line` the newest one of the history.
  func remember(_ line: String) {
    if line.contains(where: { $0 != " " }) { clibedit_remember(history, line) }
  }

  fileprivate static func of(_ editor: OpaquePointer?) -> LibEdit? {
    clibedit_context(editor).map { Unmanaged<LibEdit>.fromOpaque($0).takeUnretainedValue() }
  }

  fileprivate func promptText() -> UnsafeMutablePointer<CChar>? {
    prompt.withUnsafeMutableBufferPointer { $0.baseAddress }
  }

  fileprivate func completeLine() -> Int32 {
    guard let line = el_line(editor)?.pointee else { return CC_ERROR }
    let typed = UnsafeRawBufferPointer(
      start: line.buffer, count: UnsafePointer(line.cursor) - UnsafePointer(line.buffer))
    guard typed.count <= KeyTable.longestCompleted else { return CC_ERROR }
    let rest = complete(String(decoding: typed, as: UTF8.self))
    // A name that would command the terminal is not put where it is drawn.
    guard !rest.isEmpty, rest.unicodeScalars.allSatisfy(TerminalText.isHarmless) else {
      return CC_ERROR
    }
    return el_insertstr(editor, rest) == 0 ? CC_REFRESH : CC_ERROR
  }

  /// Ends the line behind its end, wherever the cursor is.
  fileprivate func interrupt() -> Int32 {
    isInterrupted = true
    guard let line = el_line(editor)?.pointee, UnsafePointer(line.cursor) < line.lastchar else {
      StandardStream.output.write(Array("^C\n".utf8))
      return CC_NEWLINE
    }
    // Bytes, of which there are at least as many as characters; libedit stops at the end.
    el_cursor(editor, Int32(line.lastchar - UnsafePointer(line.cursor)))
    el_insertstr(editor, "^C")
    el_push(editor, "\n")
    return CC_REFRESH
  }

  /// Waits for a key's next character; 1, 0 at the end of input, or -1 if it cannot be read.
  fileprivate func readKey(_ character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    while true {
      if Renewal.isRequested { return 0 }
      switch window.awaitInput() {
      case .resize: el_resize(editor)
      case .signal where Interruption.isRequested:
        // Sent from elsewhere: at the prompt Ctrl-C is a key.
        Interruption.reset()
        character?.pointee = 0x03
        return 1
      case .signal, .quiet: break
      case .input:
        let count = clibedit_read_character(editor, character, readKeyOfEditor)
        if count == 1, character?.pointee == 0x1B, isLoneEscape { character?.pointee = 0x15 }
        return count
      }
    }
  }

  /// Whether the Escape just read is to clear the line as Ctrl-U does, and not the beginning of
  /// another key: those send all they have at once.
  private var isLoneEscape: Bool {
    mode?.prompt.escapeClearsLine == true && window.awaitInput(milliseconds: 50) == .quiet
  }
}

// libedit's callbacks cannot capture; they find their editor through its context.

private func promptOfEditor(_ editor: OpaquePointer?) -> UnsafeMutablePointer<CChar>? {
  LibEdit.of(editor)?.promptText()
}

private func readKeyOfEditor(
  _ editor: OpaquePointer?, _ character: UnsafeMutablePointer<wchar_t>?
) -> Int32 {
  LibEdit.of(editor)?.readKey(character) ?? -1
}

private func completeInEditor(_ editor: OpaquePointer?, _ key: Int32) -> UInt8 {
  UInt8(truncatingIfNeeded: LibEdit.of(editor)?.completeLine() ?? CC_ERROR)
}

private func interruptEditor(_ editor: OpaquePointer?, _ key: Int32) -> UInt8 {
  UInt8(truncatingIfNeeded: LibEdit.of(editor)?.interrupt() ?? CC_ERROR)
}
