import Console
import Journal

/// How a command of the window was started.
struct BuiltinCall {
  /// What follows its name, as typed.
  let rest: String
  /// What a pipe or file gives it to read; nil for the keyboard.
  let input: [UInt8]?
  let window: WindowState
  let screen: any Screen

  var seat: Seat { window.seat }
  var drive: Drive { seat.drive }
  var presence: Presence { seat.presence }
}

/// What a command came to.
struct Effect {
  var output: Output
  /// The new error level; nil leaves it alone and counts as success.
  var status: Int?
  var next: Reply.Next = .stay

  init(_ output: Output = Output(), status: Int? = nil, next: Reply.Next = .stay) {
    self.output = output
    self.status = status
    self.next = next
  }
}
