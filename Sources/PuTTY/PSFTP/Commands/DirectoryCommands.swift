import Appliance
import Ledger
import SFTP

extension PSFTPCommand {
  static let pwd = PSFTPCommand("pwd", HelpMessages.pwd, HelpMessages.pwdHelp) { call in
    call.say(DirectoryMessages.remoteDirectory(folder: call.psftp.remoteFolder))
    return true
  }

  static let cd = PSFTPCommand("cd", HelpMessages.cd, HelpMessages.cdHelp) { call in
    let folder = call.remotePath(call.arguments.first ?? "/")
    return call.onServer({ DirectoryMessages.cannotEnter(folder: folder, status: $0.words) }) {
      (remote) throws(SFTPRefusal) in
      _ = try remote.list(RemotePath(folder))
      call.psftp.remoteFolder = folder
      call.say(DirectoryMessages.remoteDirectoryNow(folder: folder))
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
    call.say(DirectoryMessages.listing(folder: path))
    return call.onServer({ DirectoryMessages.cannotList(folder: folder, status: $0.words) }) {
      (remote) throws(SFTPRefusal) in
      let now = remote.appliance.now()
      for entry in try remote.entries(of: RemotePath(path), at: now)
      where wildcard?.matches(entry.name) ?? true {
        let line = LongName(of: entry, at: now)
        call.say(
          DirectoryMessages.longName(
            mode: line.mode, links: line.links, size: line.size, time: line.time, name: line.name))
      }
    }
  }

  static let mkdir = PSFTPCommand("mkdir", HelpMessages.mkdir, HelpMessages.mkdirHelp) { call in
    guard !call.arguments.isEmpty else {
      call.say(PSFTPMessages.expectsDirectory(command: call.name))
      return false
    }
    for name in call.arguments {
      let path = call.remotePath(name)
      let refusal = call.psftp.remote?.refusalOfDirectory(at: RemotePath(path))
      guard let refusal else { continue }
      call.say(FileMessages.directoryNotMade(folder: path, status: refusal.status.words))
    }
    return false
  }

  static let rmdir = PSFTPCommand("rmdir", HelpMessages.rmdir, HelpMessages.rmdirHelp) { call in
    guard !call.arguments.isEmpty else {
      call.say(PSFTPMessages.expectsDirectory(command: call.name))
      return false
    }
    return call.arguments.reduce(true) { result, typed in
      call.forEach(typed) { path in
        let refusal = call.psftp.remote?.refusalToRemoveDirectory(at: RemotePath(path))
        if let status = refusal?.status {
          call.say(FileMessages.directoryNotRemoved(folder: path, status: status.words))
        }
        return false
      } && result
    }
  }
}
