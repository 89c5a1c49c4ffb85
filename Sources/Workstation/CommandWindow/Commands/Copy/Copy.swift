import Console
import Ledger

extension Builtin {
  /// Copies files, or joins them with `+`. The byte rules are in ``CopyLine`` and ``CopyJob``.
  static let copy = Builtin("copy", summary: "Copies one or more files to another location.") {
    (call) throws(Complaint) in
    let line = try CopyLine(call.rest, presets: call.window.value(of: "COPYCMD") ?? "")
    let plan = CopyPlan(line, call)
    var effect = Effect()
    if let complaint = plan.complaint {
      if let name = plan.missingName { effect.output.add(CmdMessages.copyName(name: name)) }
      effect.output.add(complaint.saying, to: .error)
      effect.output.add(CmdMessages.copied(count: "0"))
      effect.status = 1
      return effect
    }
    let run = CopyRun(plan.jobs, overwrites: line.overwrites, on: call.seat)
    if run.proceed(&effect.output) {
      effect.next = .push(run)
    } else {
      effect.status = call.seat.errorLevel
    }
    return effect
  }
}
