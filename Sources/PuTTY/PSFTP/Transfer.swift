import Appliance
import Ledger
import SFTP
import Workstation

/// One `get` or `put` with its options.
struct Transfer {
  /// The file names given.
  let names: [String]
  private let call: PSFTPCall
  private let isRecursive: Bool
  /// Whether files are continued where they end, as `reget` and `reput` do.
  private let continues: Bool

  /// Reads a command's options; nil after a message if there is something wrong with them.
  init?(_ call: PSFTPCall, continuing: Bool = false) {
    var rest = call.arguments
    var isRecursive = false
    while let option = rest.first, option.hasPrefix("-") {
      rest.removeFirst()
      if option == "--" { break }
      guard option == "-r" else {
        call.say(PSFTPMessages.unrecognisedOption(command: call.name, option: option))
        return nil
      }
      isRecursive = true
    }
    guard !rest.isEmpty else {
      call.say(PSFTPMessages.expectsFilename(command: call.name))
      return nil
    }
    names = Array(rest)
    self.call = call
    self.isRecursive = isRecursive
    continues = continuing
  }

  // MARK: - From the server

  /// Fetches what is typed; without another name it keeps its own.
  func fetch(_ typed: String, as other: String?) -> Bool {
    let path = call.remotePath(typed)
    let name =
      other ?? String(typed.split(separator: "/", omittingEmptySubsequences: false).last ?? "")
    if isRecursive, path == "/" { return fetchAll(into: name) }
    return fetch(from: path, to: name)
  }

  private func fetchAll(into folder: String) -> Bool {
    guard let local = localPath(folder),
      call.psftp.seat.drive.entry(at: local)?.isFolder == true
    else {
      call.say(TransferMessages.cannotCreateLocal(folder: folder))
      return false
    }
    let files = (try? call.psftp.remote?.list(.root)) ?? []
    return files.allSatisfy { file in
      // The slash of the directory and the one behind it both stay.
      fetch(from: "//" + file.name, to: folder + "\\" + file.name)
    }
  }

  private func fetch(from path: String, to name: String) -> Bool {
    var fetched: FileStore.File?
    let isOpen = call.onServer({ TransferMessages.openForRead(file: path, status: $0.words) }) {
      (remote) throws(SFTPRefusal) in
      if case .file(let file) = try remote.item(at: RemotePath(path, in: call.psftp.remoteFolder)) {
        fetched = file
      }
    }
    guard isOpen else { return false }
    let drive = call.psftp.seat.drive
    let local = localPath(name)
    var start: [UInt8] = []
    if continues {
      guard let local, let there = try? drive.read(local) else { return cannotOpen(name) }
      start = there
    }
    // A directory opens but cannot be read; the local file is there by then.
    let all = start + (fetched?.contents ?? []).dropFirst(start.count)
    guard let local, (try? drive.write(all, to: local, by: call.psftp.seat.presence)) != nil else {
      return cannotOpen(name)
    }
    if continues { call.say(TransferMessages.regetFrom(position: "\(start.count)")) }
    call.say(TransferMessages.downloaded(remote: path, local: name))
    guard fetched == nil else {
      if let fetched { call.psftp.remote?.noteFetched(fetched) }
      return true
    }
    call.say(TransferMessages.readError(status: SFTPStatus.failure.words))
    return false
  }

  // MARK: - To the server

  /// The files of this computer that a name or a wildcard stands for.
  func localNames(for typed: String) -> [String] {
    let drive = call.psftp.seat.drive
    guard typed.utf8.contains(where: { "*?".utf8.contains($0) }) else { return [typed] }
    let wildcard = LocalWildcard.lastName(of: typed)
    let folder = String(typed.dropLast(wildcard.count))
    let path = folder.isEmpty ? call.psftp.localFolder : localPath(folder)
    let entries = path.flatMap { try? drive.list($0) } ?? []
    let names = entries.map(\.name).filter { LocalWildcard.matches($0, wildcard) }
      .sorted { $0.uppercased() < $1.uppercased() }
    // Windows' psftp takes a wildcard that stands for nothing as a file's name.
    return names.isEmpty ? [typed] : names.map { folder + $0 }
  }

  /// Sends what is typed; without another name it keeps its own.
  func send(_ typed: String, as other: String?) -> Bool {
    let path = call.remotePath(other ?? LocalWildcard.lastName(of: typed))
    if isRecursive, let local = localPath(typed),
      call.psftp.seat.drive.entry(at: local)?.isFolder == true
    {
      return sendAll(of: typed, in: local, to: path)
    }
    return send(from: typed, to: path)
  }

  /// Sends one file; `shown` is its path on the server as it is printed.
  private func send(from typed: String, to shown: String) -> Bool {
    guard let local = localPath(typed),
      let contents = try? call.psftp.seat.drive.read(local)
    else { return cannotOpen(typed) }
    let path = call.remotePath(shown)
    var there: [UInt8] = []
    let isOpen = call.onServer({ TransferMessages.openForWrite(file: shown, status: $0.words) }) {
      (remote) throws(SFTPRefusal) in
      try remote.openForWriting(RemotePath(path))
      guard continues, case .file(let file) = try remote.item(at: RemotePath(path)) else { return }
      there = file.contents
    }
    guard isOpen else { return false }
    if continues { call.say(TransferMessages.reputFrom(position: "\(there.count)")) }
    call.say(call.psftp.lines.upload(of: typed, to: shown))
    return call.onServer({ TransferMessages.writeError(status: $0.words) }) {
      (remote) throws(SFTPRefusal) in
      try remote.write(
        there.isEmpty ? contents : there + contents.dropFirst(there.count),
        to: RemotePath(path))
    }
  }

  private func sendAll(of typed: String, in local: WindowsPath, to path: String) -> Bool {
    guard path == "/" else {
      let refusal = call.psftp.remote?.refusalOfDirectory(at: RemotePath(path))
      let status = refusal?.status ?? .failure
      call.say(TransferMessages.cannotCreateRemote(folder: path, status: status.words))
      return false
    }
    let entries = (try? call.psftp.seat.drive.list(local)) ?? []
    // A folder in it would need a directory on the server.
    return entries.allSatisfy { entry in
      let path = "//" + entry.name
      guard entry.isFolder else { return send(from: typed + "\\" + entry.name, to: path) }
      call.say(
        TransferMessages.cannotCreateRemote(folder: path, status: SFTPStatus.permissionDenied.words)
      )
      return false
    }
  }

  private func localPath(_ name: String) -> WindowsPath? {
    call.psftp.localFolder.resolving(name)
  }

  private func cannotOpen(_ name: String) -> Bool {
    call.say(TransferMessages.localUnable(file: name))
    return false
  }
}
