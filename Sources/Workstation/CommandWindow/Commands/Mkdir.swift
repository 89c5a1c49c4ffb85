import Ledger

extension Builtin {
  /// Creates the folders on the way too.
  static let md = Builtin("md", "mkdir", summary: "Creates a directory.") {
    (call) throws(Complaint) in
    let words = Words(call.rest)
    guard words.options.isEmpty, !words.names.isEmpty else {
      throw Complaint(CmdMessages.syntaxIncorrect)
    }
    var effect = Effect(status: 0)
    for name in words.names {
      do throws(Complaint) {
        let path = try call.path(name)
        guard call.drive.entry(at: path) == nil else {
          throw Complaint(CmdMessages.folderExists(name: name))
        }
        do throws(DriveFault) {
          try call.drive.createFolders(path, by: call.presence)
        } catch {
          throw Complaint(error)
        }
      } catch {
        effect.status = 1
        effect.output.add(error.saying, to: .error)
        if words.names.count > 1 {
          effect.output.add(CmdMessages.errorWhileProcessing(name: name), to: .error)
        }
      }
    }
    return effect
  }
}
