import Console
import Ledger

extension Builtin {
  /// Takes away an empty folder; with `/s`, after a question unless `/q`, one with all in it.
  static let rd = Builtin("rd", "rmdir", summary: "Removes a directory.") {
    (call) throws(Complaint) in
    let words = Words(call.rest)
    try call.check(words.options, allowed: "sq")
    guard let name = words.names.first else { throw Complaint(CmdMessages.syntaxIncorrect) }
    let path = try call.path(name)
    guard !call.isInUse(path) else { throw Complaint(CmdMessages.inUse) }
    let isDeep = words.options.contains { $0.lowercased() == "s" }
    guard isDeep, call.drive.isFolder(path) else {
      try remove(path, call)
      return Effect(status: 0)
    }
    let act: () -> Output = {
      var output = Output()
      if removeAll(path, call) == .full { output.add(CmdMessages.diskFull, to: .error) }
      return output
    }
    guard !words.options.contains(where: { $0.lowercased() == "q" }) else {
      return Effect(act(), status: 0)
    }
    return Effect(
      status: 0,
      next: .push(
        YesNoQuestion(CmdMessages.removeQuestion(path: name)) { isYes in
          (isYes ? act() : Output(), .stay)
        }))
  }

  private static func remove(_ path: WindowsPath, _ call: BuiltinCall) throws(Complaint) {
    do throws(DriveFault) {
      try call.drive.deleteFolder(path, by: call.presence)
    } catch {
      switch error {
      case .exists: throw Complaint(CmdMessages.directoryNotEmpty)
      case .accessDenied where call.drive.entry(at: path)?.isFolder == false:
        throw Complaint(CmdMessages.directoryNameInvalid)
      default: throw Complaint(error)
      }
    }
  }

  /// What cannot be deleted stays; after a deletion that could not be kept, all the rest.
  ///
  /// - Returns: why the folder is still there; nil if it is not.
  private static func removeAll(_ path: WindowsPath, _ call: BuiltinCall) -> DriveFault? {
    for entry in (try? call.drive.list(path)) ?? [] {
      let inner = path.appending(entry.name)
      var fault: DriveFault?
      if entry.isFolder {
        fault = removeAll(inner, call)
      } else {
        do throws(DriveFault) {
          try call.drive.delete(inner, by: call.presence)
        } catch {
          fault = error
        }
      }
      if fault == .full { return .full }
    }
    do throws(DriveFault) {
      try call.drive.deleteFolder(path, by: call.presence)
    } catch {
      return error
    }
    return nil
  }
}
