import Appliance
import Ledger

extension PSFTPCommand {
  static let pwd = PSFTPCommand("pwd", HelpMessages.pwd, HelpMessages.pwdHelp) { call in
    call.say(DirectoryMessages.remoteDirectory(call.psftp.remoteFolder))
    return true
  }

  static let cd = PSFTPCommand("cd", HelpMessages.cd, HelpMessages.cdHelp) { call in
    let folder = call.remotePath(call.arguments.first ?? "/")
    return call.onServer({ DirectoryMessages.cannotEnter(folder, $0.rawValue) }) {
      (remote) throws(SFTPStatus) in
      _ = try remote.list(folder)
      call.psftp.remoteFolder = folder
      call.say(DirectoryMessages.remoteDirectoryNow(folder))
    }
  }

  static let dir = PSFTPCommand("dir", HelpMessages.dir, HelpMessages.dirHelp) { call in
    let typed = call.arguments.first ?? "."
    var folder = typed
    var wildcard: RemoteWildcard?
    if let name = RemoteWildcard.unescape(typed) {
      folder = name
    } else {
      guard let parts = call.split(typed) else { return false }
      folder = parts.folder
      wildcard = RemoteWildcard(parts.wildcard)
    }
    let path = call.remotePath(folder)
    call.say(DirectoryMessages.listing(path))
    return call.onServer({ DirectoryMessages.cannotList(folder, $0.rawValue) }) {
      (remote) throws(SFTPStatus) in
      let files = try remote.list(path)
      let now = remote.appliance.now()
      let lines =
        [".", ".."].map { LongName(directory: $0, holding: files, at: now) }
        + files.map { LongName(of: $0, at: now) }
      for line in lines where wildcard?.matches(line.name) ?? true { call.say(line.text) }
    }
  }

  static let mkdir = PSFTPCommand("mkdir", HelpMessages.mkdir, HelpMessages.mkdirHelp) { call in
    guard !call.arguments.isEmpty else {
      call.say(PSFTPMessages.expectsDirectory(call.name))
      return false
    }
    for name in call.arguments {
      let path = call.remotePath(name)
      guard let status = call.psftp.remote?.refusalOfDirectory(at: path) else { continue }
      call.say(FileMessages.directoryNotMade(path, status.rawValue))
    }
    return false
  }

  static let rmdir = PSFTPCommand("rmdir", HelpMessages.rmdir, HelpMessages.rmdirHelp) { call in
    guard !call.arguments.isEmpty else {
      call.say(PSFTPMessages.expectsDirectory(call.name))
      return false
    }
    return call.arguments.reduce(true) { result, typed in
      call.forEach(typed) { path in
        if let status = call.psftp.remote?.refusalToRemoveDirectory(at: path) {
          call.say(FileMessages.directoryNotRemoved(path, status.rawValue))
        }
        return false
      } && result
    }
  }
}
