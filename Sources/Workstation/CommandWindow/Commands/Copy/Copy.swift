import Console
import Ledger

extension Builtin {
  /// Copies files, or joins them with `+`. The byte rules are in ``CopyLine`` and ``CopyJob``.
  static let copy = Builtin("copy", summary: "Copies one or more files to another location.") {
    (call) throws(Complaint) in
    let line = try CopyLine(call.rest)
    let plan = CopyPlan(line, call)
    var outcome = Outcome()
    if let complaint = plan.complaint {
      if let name = plan.missingName { outcome.output.add(CmdMessages.copyName(name: name)) }
      outcome.output.add(complaint.saying, to: .error)
      outcome.output.add(CmdMessages.copied(count: "0"))
      outcome.status = 1
      return outcome
    }
    let run = CopyRun(plan.jobs, overwrites: line.overwrites, on: call.workstation)
    if run.proceed(&outcome.output) {
      outcome.next = .push(run)
    } else {
      outcome.status = call.workstation.errorLevel
    }
    return outcome
  }
}
