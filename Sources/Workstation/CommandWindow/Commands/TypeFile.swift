import Console
import Ledger

extension Builtin {
  /// Bytes as they are in the file, with a heading above each if several are named.
  static let type = Builtin("type", summary: "Displays the contents of a text file.") {
    (call) throws(Complaint) in
    let words = Words(call.rest)
    guard words.options.isEmpty, !words.names.isEmpty else {
      throw Complaint(CmdMessages.syntaxIncorrect)
    }
    let hasHeadings = words.names.count > 1 || words.names.contains { NamePattern.isPattern($0) }
    var effect = Effect(status: 0)
    for name in words.names where !call.screen.isInterrupted {
      do throws(Complaint) {
        try add(name, hasHeading: hasHeadings, to: &effect.output, call)
      } catch {
        effect.status = 1
        effect.output.add(error.saying, to: .error)
        if words.names.count > 1 {
          effect.output.add(CmdMessages.errorWhileProcessing(name: name), to: .error)
        }
      }
      guard !effect.output.isFull else { throw Complaint(CmdMessages.notEnoughStorage) }
    }
    return effect
  }

  private static func add(
    _ name: String, hasHeading: Bool, to output: inout Output, _ call: BuiltinCall
  ) throws(Complaint) {
    guard !TypedPath.isDevice(name) else { return }
    let path = try call.path(name, allowsWildcards: true)
    var paths = [(shown: name, path: path)]
    if NamePattern.isPattern(path.name) {
      paths = try call.files(matching: path).map {
        (TypedPath.folderPart(of: name) + $0.name, path.parent.appending($0.name))
      }
      guard !paths.isEmpty else { throw Complaint(CmdMessages.fileNotFound) }
    }
    for (shown, path) in paths where !output.isFull {
      do throws(DriveFault) {
        let contents = try call.drive.read(path)
        if hasHeading { output.add(CmdMessages.typeHeading(name: shown), to: .error) }
        output.add(raw: contents)
      } catch {
        throw Complaint(error)
      }
    }
  }
}
