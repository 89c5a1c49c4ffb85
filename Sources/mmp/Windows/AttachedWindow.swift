import Console
import Control
import Windows

/// A window of this process on a world that another one has open.
struct AttachedWindow {
  /// What came of it.
  enum Outcome {
    /// Its end, and the status that the script asks for.
    case ended(Failure.Status?)
    /// The other process was about to end, or to begin: the world can be opened soon.
    case nobody
    /// The lab was begun anew: the window may be opened on the new attempt.
    case begunAnew
  }

  /// What keeps the world.
  private let file: HostFile
  /// The machine.
  private let place: WindowRequest.Place
  private let script: Script
  /// Whether the lab speaks in it.
  private let hasTutor: Bool
  /// What else was asked for, by the options' names.
  private let options: [String: String]

  /// A window that is to be opened.
  init(
    on file: HostFile, at place: WindowRequest.Place, for script: Script, hasTutor: Bool,
    options: [String: String]
  ) {
    self.file = file
    self.place = place
    self.script = script
    self.hasTutor = hasTutor
    self.options = options
  }

  /// The terminal's size when the window is asked for.
  private let size = StandardStream.output.windowSize

  /// How long the other process may take to let this one in, in milliseconds.
  private static let patience: Int32 = 10_000

  /// Opens it and runs it to its end.
  func run() throws(Failure) -> Outcome {
    guard let connection = try connect() else { return .nobody }
    switch try answer(of: connection) {
    case nil: return .nobody
    case .some(let frame) where frame.kind == .opened:
      guard let ending = try relay(connection) else {
        let what = "the window that had \(file.path) open has gone; what was done is kept"
        throw Failure(.nobodyAnswers, what)
      }
      if ending == WorldWindows.begunAnew, script.isAttended { return .begunAnew }
      return .ended(try status(of: ending))
    case .some(let frame):
      let ending = try stating { () throws(ControlError) in try Ending(frame) }
      // It was about to end.
      if ending.status == Failure.Status.nobodyAnswers.rawValue { return .nobody }
      return .ended(try status(of: ending))
    }
  }

  private func connect() throws(Failure) -> Connection? {
    do throws(ControlError) {
      return try ControlClient.connect(to: file.controlAddress(), asking: request)
    } catch {
      guard error == .nobodyAnswers else { throw Failure(error, of: file) }
      return nil
    }
  }

  /// The first thing the other process says; nil if it goes without a word. Until then nothing is
  /// typed that could be lost.
  private func answer(of connection: Connection) throws(Failure) -> Frame? {
    try stating { () throws(ControlError) in
      while true {
        switch try connection.receive(within: Self.patience) {
        case .frame(let frame) where [.opened, .ending].contains(frame.kind): return frame
        case .frame, .input: continue
        case .wake: if HangUp.isRequested || Interruption.isRequested { throw .nobodyAnswers }
        case .quiet: throw .nobodyAnswers
        case .end, .stop: return nil
        }
      }
    }
  }

  private func relay(_ connection: Connection) throws(Failure) -> Ending? {
    if script.commands != nil {
      return try CommandRelay(connection, isQuiet: script.isQuiet).run(on: file)
    }
    if StandardStream.input.isTerminal {
      return try TerminalRelay(connection, size: size).run(on: file)
    }
    return try PipeRelay(connection).run(on: file)
  }

  private func stating<Result>(
    _ body: () throws(ControlError) -> Result
  ) throws(Failure) -> Result {
    do throws(ControlError) { return try body() } catch { throw Failure(error, of: file) }
  }

  private func status(of ending: Ending) throws(Failure) -> Failure.Status? {
    if ending.status == 0 { return nil }
    let status = Failure.Status(rawValue: Int32(ending.status)) ?? .internalError
    guard ending.text.isEmpty else { throw Failure(status, ending.text) }
    return status
  }

  private var request: Request {
    let manner: WindowRequest.Manner =
      if let commands = script.commands {
        .commands(commands)
      } else if StandardStream.input.isTerminal {
        .terminal(size, StandardStream.output.abilities)
      } else {
        script.isQuiet ? .quietPipe : .pipe
      }
    return WindowRequest(
      place, manner, isStrict: script.isStrict, hasVoice: hasTutor, options: options
    ).request
  }
}

extension Failure {
  /// Why the process that has a file open cannot be talked to.
  init(_ error: ControlError, of file: HostFile) {
    let status: Status =
      switch error {
      case .nobodyAnswers: .nobodyAnswers
      case .inUse: .inUse
      case .stranger, .malformed, .otherVersion: .unreadable
      case .unsafeFolder, .system: .cannotCreate
      }
    self.init(
      status,
      error == .nobodyAnswers
        ? "\(file.path) is open in an mmp that does not answer" : "\(file.path): \(error)")
  }
}
