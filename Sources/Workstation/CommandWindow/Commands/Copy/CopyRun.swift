import Console
import Ledger

/// A `copy` on its way: it stops where it asks and goes on with the answer.
final class CopyRun: Mode {
  private let drive: Drive
  private let workstation: Workstation
  private var jobs: ArraySlice<CopyJob>
  private var overwrites: Bool
  private var copied = 0
  private var isFailed = false
  private(set) var prompt = ""

  init(_ jobs: [CopyJob], overwrites: Bool, on workstation: Workstation) {
    self.jobs = jobs[...]
    self.overwrites = overwrites
    self.workstation = workstation
    drive = workstation.drive
  }

  var keepsHistory: Bool { false }

  /// Y, N or A, the rest of the line does not count (RECALLED); anything else is asked again. That
  /// is how the next line of a pasted block is lost.
  func receive(_ line: String, on screen: any Screen) -> Reply {
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

  /// The end of a pipe leaves the file as it is.
  func endOfInput() -> Reply {
    var output = Output()
    jobs = []
    _ = proceed(&output)
    return Reply(output.shown(), next: .pop)
  }

  /// Ctrl-C takes the question away, and the rest.
  func interrupt() -> Reply { Reply(next: .pop) }

  /// Copies until a question stands in the way; false when all is done.
  func proceed(_ output: inout Output) -> Bool {
    while let job = jobs.first, !isFailed {
      if job.isListed, let first = job.sources.first { output.add(Message.copyName(first.name)) }
      guard !job.isOntoItself else {
        fail(Message.copyOntoItself(), &output)
        break
      }
      if !overwrites, job.overwrites(on: drive) {
        prompt = Message.overwriteQuestion(job.targetName)
        return true
      }
      write(to: &output)
    }
    output.add(Message.copied(String(copied)))
    workstation.errorLevel = isFailed || copied == 0 ? 1 : 0
    return false
  }

  private func write(to output: inout Output) {
    guard let job = jobs.popFirst() else { return }
    if job.isListed {
      for source in job.sources.dropFirst() { output.add(Message.copyName(source.name)) }
    }
    do throws(Drive.Failure) {
      let contents = try job.contents(on: drive)
      switch job.target {
      case .file(let path): try drive.write(contents, to: path)
      case .screen: output.add(raw: contents)
      case .nowhere: break
      }
      copied += 1
    } catch {
      fail(error.text, &output)
    }
  }

  private func fail(_ text: String, _ output: inout Output) {
    output.add(text, to: .error)
    isFailed = true
  }
}
