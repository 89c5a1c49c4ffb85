import Console
import Ledger
import MMPShell

/// Commands joined by bars, each getting what the one before it says.
struct PipelineRun {
  private let pipeline: CommandLine.Pipeline
  private let window: WindowState
  private let screen: any Screen

  init(_ pipeline: CommandLine.Pipeline, in window: WindowState, _ screen: any Screen) {
    self.pipeline = pipeline
    self.window = window
    self.screen = screen
  }

  func run() -> (parts: [Reply.Part], next: Reply.Next, isDone: Bool) {
    guard pipeline.commands.count > 1 else {
      return pipeline.commands.first.map { run($0, input: nil, isLast: true) }.map {
        ($0.output.shown(), $0.next, $0.isDone)
      } ?? ([], .stay, true)
    }
    // Behind and before a bar Windows starts windows of their own: `cd` and `exit` there change
    // nothing here.
    let folder = window.seat.folder
    defer { window.seat.folder = folder }
    var shown: [Reply.Part] = []
    var input: [UInt8]?
    var isDone = true
    for (index, command) in pipeline.commands.enumerated() {
      let isLast = index == pipeline.commands.count - 1
      let result = run(command, input: input, isLast: isLast)
      shown += result.output.shown { isLast || $0 == .error }
      input = isLast ? nil : result.output.written { $0 == .standard }
      isDone = result.isDone
    }
    return (shown, .stay, isDone)
  }

  private typealias Result = (output: Output, next: Reply.Next, isDone: Bool)

  /// Runs one command; its output has passed its redirections.
  private func run(_ command: CommandLine.Simple, input: [UInt8]?, isLast: Bool) -> Result {
    let streams: Redirected
    do throws(Complaint) {
      streams = try Redirected(command.redirections, on: window.seat)
    } catch {
      return failed(error)
    }
    var (output, next, isDone) = start(
      command, input: streams.input ?? input,
      keepsOutput: !streams.isPlain || input != nil || !isLast)
    // A question or program is fed from the pipe or file; in front of a bar nobody types.
    if case .push(let program) = next {
      if let input = streams.input ?? input ?? (isLast ? nil : []) {
        var lines = PipedLines(input)
        let session = Session(program)
        session.add(SessionJournal(inside: window.seat.presence, isFed: true))
        output.add(shown: lines.type(into: session))
        next = .stay
        isDone = window.seat.errorLevel == 0
      } else if !streams.isPlain {
        next = .push(
          program.diverted { bytes in
            var output = Output()
            output.add(shown: [.bytes(bytes)])
            return streams.divert(output).shown().flatMap(\.bytes)
          })
      }
    }
    let left = streams.divert(output)
    guard left.size <= window.seat.outputLimit else {
      return failed(Complaint(CmdMessages.notEnoughStorage))
    }
    return (left, next, isDone)
  }

  private func failed(_ complaint: Complaint) -> Result {
    window.seat.errorLevel = complaint.status
    var output = Output()
    output.add(complaint.saying, to: .error)
    return (output, .stay, false)
  }

  private func start(
    _ command: CommandLine.Simple, input: [UInt8]?, keepsOutput: Bool
  ) -> Result {
    let parts = CommandName(command.text) { Builtin.named($0) != nil }
    let name = parts.name.lowercased()
    if let builtin = Builtin.named(name) {
      guard !Words(parts.rest).asksForHelp else {
        return (Builtin.helpText(of: builtin), .stay, true)
      }
      do throws(Complaint) {
        let effect = try builtin.run(
          .init(rest: parts.rest, input: input, window: window, screen: screen))
        if let status = effect.status { window.seat.errorLevel = status }
        return (effect.output, effect.next, effect.status ?? 0 == 0)
      } catch {
        return failed(error)
      }
    }
    let stem = name.hasSuffix(".exe") ? String(name.dropLast(4)) : name
    if let program = window.seat.programs.first(where: { $0.names.contains(stem) }) {
      window.seat.errorLevel = 0
      let kept = TextScreen()
      let reply = program.run(
        .init(
          name: parts.name, arguments: ProgramArguments.words(in: parts.rest),
          seat: window.seat, screen: keepsOutput ? kept : screen))
      var output = Output()
      output.add(shown: kept.parts + reply.parts)
      // A program ends itself, never the window.
      if case .push = reply.next {
        return (output, reply.next, true)
      }
      return (output, .stay, window.seat.errorLevel == 0)
    }
    return unknown(parts.name)
  }

  /// A drive, a document that Windows opens in a window of its own, or nothing.
  private func unknown(_ name: String) -> Result {
    if name.count == 2, name.hasSuffix(":") {
      return name.lowercased() == "c:"
        ? (Output(), .stay, true) : failed(Complaint(CmdMessages.driveNotFound))
    }
    if !name.isEmpty, let path = window.seat.folder.resolving(name),
      window.seat.drive.entry(at: path)?.isFolder == false
    {
      return (Output(), .stay, true)
    }
    return failed(Complaint(CmdMessages.unknownCommand(name: name), status: 9009))
  }
}
