import Console
import Ledger

extension Builtin {
  /// Files by name or pattern. All files of a folder only after a question, unless `/q`.
  static let del = Builtin("del", "erase", summary: "Deletes one or more files.") {
    (call) throws(Complaint) in
    let words = Words(call.rest)
    try call.check(words.options, allowed: "qfapn")
    guard !words.names.isEmpty else { throw Complaint(CmdMessages.syntaxIncorrect) }
    let isQuiet = words.options.contains { $0.lowercased() == "q" }
    return try delete(words.names[...], isQuiet: isQuiet, call)
  }

  private static func delete(
    _ names: ArraySlice<String>, isQuiet: Bool, _ call: BuiltinCall
  ) throws(Complaint) -> Effect {
    var effect = Effect()
    for (index, name) in zip(names.indices, names) {
      var path = try call.path(name, allowsWildcards: true)
      if call.drive.isFolder(path) { path = path.appending("*") }
      guard ["*", "*.*"].contains(path.name), !isQuiet, call.drive.isFolder(path.parent) else {
        effect.output.add(delete(path, call))
        continue
      }
      effect.next = .push(
        YesNoQuestion(CmdMessages.deleteQuestion(path: shown(path.parent))) { isYes in
          var output = isYes ? delete(path, call) : Output()
          // Names behind the one asked about have waited for the answer.
          do throws(Complaint) {
            let rest = try delete(names[(index + 1)...], isQuiet: isQuiet, call)
            output.add(rest.output)
            return (output, rest.next)
          } catch {
            output.add(error.saying, to: .error)
            return (output, .stay)
          }
        })
      return effect
    }
    return effect
  }

  /// The root brings its own backslash.
  private static func shown(_ folder: WindowsPath) -> String {
    folder.names.isEmpty ? "C:" : folder.description
  }

  private static func delete(_ path: WindowsPath, _ call: BuiltinCall) -> Output {
    var names = [path.name]
    if NamePattern.isPattern(path.name) {
      names = ((try? call.files(matching: path)) ?? []).map(\.name)
    } else if call.drive.entry(at: path) == nil {
      names = []
    }
    var output = Output()
    guard call.drive.isFolder(path.parent) else {
      output.add(CmdMessages.pathNotFound, to: .error)
      return output
    }
    if names.isEmpty { output.add(CmdMessages.couldNotFind(path: path.description), to: .error) }
    for name in names {
      do throws(DriveFault) {
        try call.drive.delete(path.parent.appending(name), by: call.presence)
      } catch {
        output.add(error.saying, to: .error)
      }
    }
    return output
  }
}
