import Ledger

extension Builtin {
  /// What it gets through a pipe, or files, without stopping at a full screen.
  static let more = Builtin("more", summary: "Displays output one screen at a time.") {
    (call) throws(Complaint) in
    let words = Words(call.rest)
    guard words.names.isEmpty else { return try type.run(call) }
    var output = Output()
    output.add(raw: call.input ?? [])
    return Effect(output)
  }
}
