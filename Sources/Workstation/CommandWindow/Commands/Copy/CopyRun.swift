import Console
import Ledger

/// A `copy` on its way: it stops where it asks and goes on with the answer.
final class CopyRun: Mode {
  private let drive: Drive
  private let seat: Seat
  private var jobs: ArraySlice<CopyJob>
  private var overwrites: Bool
  private var copied = 0
  private var isFailed = false
  private var question = CmdMessages.overwriteQuestion(name: "")

  init(_ jobs: [CopyJob], overwrites: Bool, on seat: Seat) {
    self.jobs = jobs[...]
    self.overwrites = overwrites
    self.seat = seat
    drive = seat.drive
  }

  var prompt: Prompt { Prompt(question, .answer) }

  /// Ctrl-C takes the question away, and the rest; the end of a pipe leaves the file as it is.
  func receive(_ input: Input, on screen: any Screen) -> Reply {
    switch input {
    case .line(let line): return receive(line)
    case .interrupt: return Reply(next: .pop)
    case .end:
      var output = Output()
      jobs = []
      _ = proceed(&output)
      return Reply(output.shown(), next: .pop)
    }
  }

  /// Y, N or A, the rest of the line does not count (RECALLED); anything else is asked again. That
  /// is how the next line of a pasted block is lost.
  private func receive(_ line: String) -> Reply {
    var output = Output()
    switch line.drop(while: { $0 == " " }).first?.lowercased() {
    case "a":
      overwrites = true
      write(to: &output)
    case "y": write(to: &output)
    case "n": jobs.removeFirst()
    default: return Reply()
    }
    let isAsking = proceed(&output)
    return Reply(output.shown(), next: isAsking ? .stay : .pop)
  }

  /// Copies until a question stands in the way; false when all is done.
  func proceed(_ output: inout Output) -> Bool {
    while let job = jobs.first, !isFailed {
      if job.isListed, let first = job.sources.first {
        output.add(CmdMessages.copyName(name: first.name))
      }
      guard !job.isOntoItself else {
        fail(CmdMessages.copyOntoItself, &output)
        break
      }
      if !overwrites, job.overwrites(on: drive) {
        question = CmdMessages.overwriteQuestion(name: job.targetName)
        return true
      }
      write(to: &output)
    }
    output.add(CmdMessages.copied(count: String(copied)))
    seat.errorLevel = isFailed || copied == 0 ? 1 : 0
    return false
  }

  private func write(to output: inout Output) {
    guard let job = jobs.popFirst() else { return }
    if job.isListed {
      for source in job.sources.dropFirst() { output.add(CmdMessages.copyName(name: source.name)) }
    }
    do throws(DriveFault) {
      let contents = try job.contents(on: drive)
      switch job.target {
      case .file(let path): try drive.write(contents, to: path, by: seat.presence)
      case .screen: output.add(raw: contents)
      case .nowhere: break
      }
      copied += 1
    } catch {
      fail(error.saying, &output)
    }
  }

  private func fail(_ saying: Saying, _ output: inout Output) {
    output.add(saying, to: .error)
    isFailed = true
  }
}
