import Appliance
import Ledger
import SFTP
package import Workstation

/// A command of psftp's prompt.
struct PSFTPCommand: Sendable {
  /// What is typed; upper and lower case count.
  let name: String
  /// One line for `help`.
  let summary: Saying
  /// What `help <command>` says behind the name.
  let help: Saying
  /// Whether `help` lists it.
  var isListed = true
  /// Whether it needs a server.
  var needsServer = true
  /// Carries it out; false if it failed.
  private let action: @Sendable (PSFTPCall) -> Bool

  init(
    _ name: String, _ summary: Saying, _ help: Saying, isListed: Bool = true,
    needsServer: Bool = true, action: @escaping @Sendable (PSFTPCall) -> Bool
  ) {
    self.name = name
    self.summary = summary
    self.help = help
    self.isListed = isListed
    self.needsServer = needsServer
    self.action = action
  }

  /// The command of that name.
  static func named(_ name: String) -> PSFTPCommand? { all.first { $0.name == name } }

  /// Carries it out; false if it failed.
  func run(_ call: PSFTPCall) -> Bool {
    guard needsServer, call.psftp.remote == nil else { return action(call) }
    call.say(PSFTPMessages.notConnected)
    return false
  }

  /// The same command under another name.
  private func alias(_ name: String, isListed: Bool = true) -> PSFTPCommand {
    PSFTPCommand(
      name, summary, help, isListed: isListed, needsServer: needsServer, action: action)
  }

  /// All commands, in the order of `help`.
  static let all: [PSFTPCommand] = [
    local, bye, cd, chmod, close, del, del.alias("delete", isListed: false), dir,
    bye.alias("exit"), get, helpCommand, lcd, lpwd, dir.alias("ls"), mget, mkdir, mput, mv, open,
    put, pwd, bye.alias("quit"), reget, mv.alias("ren"), mv.alias("rename", isListed: false),
    reput, del.alias("rm"), rmdir,
  ]
}

extension Program {
  /// The names of psftp's commands, in the order of `help`.
  package static var psftpCommands: [String] { PSFTPCommand.all.map(\.name) }
}

/// One use of a command.
struct PSFTPCall {
  /// The command's name and its arguments.
  let words: [String]
  /// Who carries it out.
  let psftp: PSFTP

  /// The name it was typed by.
  var name: String { words.first ?? "" }
  /// What stands behind the name.
  var arguments: ArraySlice<String> { words.dropFirst() }

  /// Shows a message.
  func say(_ saying: Saying) { psftp.say(saying) }

  /// Shows a line.
  func say(line: String) { psftp.say(line: line) }

  /// A path on the server, in full.
  func remotePath(_ path: String) -> String {
    RemotePath(path, in: psftp.remoteFolder).text
  }

  /// What `action` comes to on the server: true, or false after `message` was shown with the
  /// status.
  func onServer(
    _ message: (SFTPStatus) -> Saying, _ action: (RemoteFiles) throws(SFTPRefusal) -> Void
  ) -> Bool {
    guard let remote = psftp.remote else { return false }
    do throws(SFTPRefusal) {
      try action(remote)
      return true
    } catch {
      say(message(error.status))
      return false
    }
  }

  /// Does something with each file that a name or wildcard on the server stands for; false if any
  /// of it failed.
  func forEach(_ typed: String, _ action: (String) -> Bool) -> Bool {
    if let name = RemoteWildcard.unescape(typed) { return action(remotePath(name)) }
    guard let names = matches(of: typed) else { return false }
    if names.isEmpty { say(DirectoryMessages.nothingMatched(wildcard: typed)) }
    return names.reduce(true) { action(remotePath($1)) && $0 }
  }

  /// The names on the server that a wildcard stands for, as if they had been typed; nil after an
  /// error.
  func matches(of typed: String) -> [String]? {
    guard let (folder, wildcard) = split(typed) else { return nil }
    var names: [String] = []
    let path = remotePath(folder)
    let couldOpen = onServer({ DirectoryMessages.cannotList(folder: path, status: $0.words) }) {
      (remote) throws(SFTPRefusal) in
      let wildcard = RemoteWildcard(wildcard)
      names = try remote.list(RemotePath(path)).map(\.name).filter { wildcard.matches($0) }
    }
    guard couldOpen else { return nil }
    let prefix = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
    return names.map { prefix + $0 }
  }

  /// The directory in front of a wildcard, and the wildcard; nil, and a message, if there is one in
  /// the directory too.
  func split(_ typed: String) -> (folder: String, wildcard: String)? {
    let slash = typed.lastIndex(of: "/")
    let wildcard = slash.map { typed[typed.index(after: $0)...] } ?? typed[...]
    var folder = slash.map { String(typed[..<$0]) } ?? ""
    // The root is written as the slash itself.
    if slash == typed.startIndex { folder = "/" }
    guard RemoteWildcard.unescape(folder) != nil else {
      say(DirectoryMessages.multipleLevels)
      return nil
    }
    return (folder, String(wildcard))
  }
}
