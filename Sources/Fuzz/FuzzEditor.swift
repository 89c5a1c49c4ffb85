import Appliance
import Console
import LineEditing
import MMPShell

/// The line editor behind a wire. The first byte gives the width, and how the keys come in pieces.
func fuzzEditor(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = UnsafeBufferPointer(start: bytes, count: count)
  guard let first = input.first else { return 0 }
  let wire = Wire()
  let terminal = TerminalSession(
    fuzzedAppliance().frontDoor.console().session(), columns: Int(first), wire: wire)
  terminal.start()
  var rest = input.dropFirst()
  while !rest.isEmpty, !terminal.hasEnded {
    let size = Int(first & 0x0F) + 1
    terminal.enqueue(rest.prefix(size))
    rest = rest.dropFirst(size)
    if let last = rest.first, last == 0xFF { terminal.resize(columns: rest.count) }
    while terminal.hasInput { terminal.advance() }
  }
  terminal.endInput()
  while terminal.hasInput { terminal.advance() }
  return 0
}

private final class Wire: TerminalWire {
  func send(_ bytes: [UInt8]) {}
  func flush() {}
  func poll() {}
  var isClosed: Bool { false }
}
