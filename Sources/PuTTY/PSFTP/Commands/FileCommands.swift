import Appliance
import Ledger
import SFTP

extension PSFTPCommand {
  static let del = PSFTPCommand("del", HelpMessages.del, HelpMessages.delHelp) { call in
    guard !call.arguments.isEmpty else {
      // Whatever name it was typed by.
      call.say(PSFTPMessages.expectsFilename(command: "rm"))
      return false
    }
    return call.arguments.reduce(true) { result, typed in
      call.forEach(typed) { path in
        call.onServer({ FileMessages.notRemoved(file: path, status: $0.words) }) {
          (remote) throws(SFTPRefusal) in
          try remote.remove(RemotePath(path))
          call.say(FileMessages.removed(file: path))
        }
      } && result
    }
  }

  static let mv = PSFTPCommand("mv", HelpMessages.mv, HelpMessages.mvHelp) { call in
    guard call.arguments.count >= 2, let last = call.arguments.last else {
      call.say(PSFTPMessages.expectsTwoFilenames)
      return false
    }
    let destination = call.remotePath(last)
    let sources = call.arguments.dropLast()
    let isDirectory = destination == "/"
    let isMany = sources.count > 1 || sources.contains { RemoteWildcard.unescape($0) == nil }
    guard isDirectory || !isMany else {
      call.say(FileMessages.moveNeedsDirectory)
      return false
    }
    return sources.reduce(true) { result, typed in
      call.forEach(typed) { old in
        let name = old.lastIndex(of: "/").map { old[old.index(after: $0)...] } ?? old[...]
        let new = isDirectory ? call.remotePath("/" + name) : destination
        return call.onServer({ FileMessages.notRenamed(old: old, new: new, status: $0.words) }) {
          (remote) throws(SFTPRefusal) in
          try remote.rename(RemotePath(old), to: RemotePath(new))
          call.say(FileMessages.renamed(old: old, new: new))
        }
      } && result
    }
  }

  static let chmod = PSFTPCommand("chmod", HelpMessages.chmod, HelpMessages.chmodHelp) { call in
    guard call.arguments.count >= 2, let text = call.arguments.first else {
      call.say(PSFTPMessages.expectsMode)
      return false
    }
    let change: ModeChange
    do throws(ModeChange.Misuse) {
      change = try ModeChange(text)
    } catch {
      call.say(error.saying)
      return false
    }
    return call.arguments.dropFirst().reduce(true) { result, typed in
      call.forEach(typed) { set(change, of: $0, call) } && result
    }
  }

  private static func set(_ change: ModeChange, of path: String, _ call: PSFTPCall) -> Bool {
    var old: UInt16 = 0o755
    let isThere = call.onServer({ FileMessages.noAttributes(file: path, status: $0.words) }) {
      (remote) throws(SFTPRefusal) in
      if case .file(let file) = try remote.item(at: RemotePath(path)) { old = file.mode }
    }
    let new = change.applied(to: old)
    guard isThere, new != old else { return isThere }
    return call.onServer({ FileMessages.modeNotChanged(file: path, status: $0.words) }) {
      (remote) throws(SFTPRefusal) in
      try remote.setMode(new, of: RemotePath(path))
      call.say(FileMessages.modeChanged(file: path, old: octal(old), new: octal(new)))
    }
  }

  private static func octal(_ mode: UInt16) -> String {
    let digits = String(mode, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
