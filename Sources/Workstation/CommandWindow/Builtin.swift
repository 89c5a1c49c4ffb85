import Console
import Ledger

/// One of the command window's own commands: its names, its line in `help`, and what it does.
struct Builtin: Sendable {
  /// In lower case.
  let names: [String]
  /// One line for `help`.
  let summary: String
  let run: @Sendable (Call) throws(Complaint) -> Outcome

  init(
    _ names: String..., summary: String,
    run: @escaping @Sendable (Call) throws(Complaint) -> Outcome
  ) {
    self.names = names
    self.summary = summary
    self.run = run
  }

  /// How a command of the window was started.
  struct Call {
    /// What follows its name, as typed.
    let rest: String
    /// What a pipe or file gives it to read; nil for the keyboard.
    let input: [UInt8]?
    let window: CommandWindow
    let screen: any Screen

    var workstation: Workstation { window.workstation }
    var drive: Drive { workstation.drive }
  }

  /// What a command came to.
  struct Outcome {
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
}

/// Why a command did nothing, in the window's words.
struct Complaint: Error {
  let saying: Saying
  let status: Int

  init(_ saying: Saying, status: Int = 1) {
    self.saying = saying
    self.status = status
  }

  init(_ failure: DriveFault) { self.init(failure.saying) }
}
