import CLibEdit
import Console
import LineEditing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// libedit on the local terminal, with the editing keys of the MMP (``KeyTable``).
final class LineEditor {
  private let editor: OpaquePointer?
  private let history: OpaquePointer?
  private var mode: (any Mode)?
  private var isInterrupted = false
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
    clibedit_handle_signals(editor)
    clibedit_quieten(editor)
    clibedit_use_history(editor, history)
    clibedit_add_command(editor, "mmp-complete", completeInEditor)
    clibedit_add_command(editor, "mmp-interrupt", interruptEditor)
    // Most are libedit's own; the table has them all, so that SSH channels have the same.
    for binding in KeyTable.bindings {
      clibedit_bind(editor, binding.key, binding.command.libeditName)
    }
  }

  deinit {
    el_end(editor)
    history_end(history)
  }

  /// Lets the user type a line at `mode`'s prompt.
  func readLine(for mode: any Mode, at prompt: Prompt) -> Input {
    self.mode = mode
    isInterrupted = false
    // libedit draws one line only, and that one again with every key.
    StandardStream.output.write(Array(prompt.above.utf8))
    self.prompt = prompt.last.utf8CString.map { $0 }
    var count: Int32 = 0
    let text = el_gets(editor, &count)
    // The key, or the signal sent from elsewhere.
    if isInterrupted || (text == nil && Interruption.isRequested) {
      Interruption.reset()
      return .interrupt
    }
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

  fileprivate static func of(_ editor: OpaquePointer?) -> LineEditor? {
    clibedit_context(editor).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  fileprivate func promptText() -> UnsafeMutablePointer<CChar>? {
    prompt.withUnsafeMutableBufferPointer { $0.baseAddress }
  }

  fileprivate func complete() -> Int32 {
    guard let line = el_line(editor)?.pointee, let mode else { return CC_ERROR }
    let typed = UnsafeRawBufferPointer(
      start: line.buffer, count: UnsafePointer(line.cursor) - UnsafePointer(line.buffer))
    let rest = mode.completion(of: String(decoding: typed, as: UTF8.self))
    guard !rest.isEmpty else { return CC_ERROR }
    return el_insertstr(editor, rest) == 0 ? CC_REFRESH : CC_ERROR
  }

  fileprivate func interrupt() -> Int32 {
    isInterrupted = true
    StandardStream.output.write(Array("^C\n".utf8))
    return CC_NEWLINE
  }
}

// libedit's callbacks cannot capture; they find their editor through its context.

private func promptOfEditor(_ editor: OpaquePointer?) -> UnsafeMutablePointer<CChar>? {
  LineEditor.of(editor)?.promptText()
}

private func completeInEditor(_ editor: OpaquePointer?, _ key: Int32) -> UInt8 {
  UInt8(truncatingIfNeeded: LineEditor.of(editor)?.complete() ?? CC_ERROR)
}

private func interruptEditor(_ editor: OpaquePointer?, _ key: Int32) -> UInt8 {
  UInt8(truncatingIfNeeded: LineEditor.of(editor)?.interrupt() ?? CC_ERROR)
}
