import Appliance
import Journal

extension Drive {
  /// Creates a folder in an existing one.
  public func createFolder(_ path: WindowsPath) throws(DriveFault) {
    guard entry(at: path) == nil else { throw .exists }
    try checkNew(path)
    put(DriveEntry(name: path.name, modified: now(), contents: nil), at: path)
    folders[path] = [:]
  }

  /// Creates a folder and those it lies in, as far as they are missing.
  public func createFolders(_ path: WindowsPath) throws(DriveFault) {
    guard path.description.utf16.count <= capacity.pathLength else { throw .pathNotFound }
    for length in 1...max(1, path.names.count) {
      let folder = WindowsPath(Array(path.names.prefix(length)))
      if !isFolder(folder) { try createFolder(folder) }
    }
  }

  /// Writes a file. One that is there already is overwritten and keeps its name's case.
  public func write(_ contents: [UInt8], to path: WindowsPath) throws(DriveFault) {
    let old = entry(at: path)
    if let old {
      guard !old.isFolder else { throw .accessDenied }
    } else {
      try checkNew(path)
    }
    let change = contents.count - (old?.contents?.count ?? 0)
    guard contents.count <= capacity.fileSize, usedSize + change <= capacity.totalSize else {
      throw .full
    }
    usedSize += change
    put(DriveEntry(name: old?.name ?? path.name, modified: now(), contents: contents), at: path)
    let note = note(of: contents, at: path)
    whenChanged(old == nil ? .stored(note) : .replaced(note))
  }

  /// Writes behind the end of a file, or a new one.
  public func append(_ contents: [UInt8], to path: WindowsPath) throws(DriveFault) {
    let entry = entry(at: path)
    // Opened for more, which did not come.
    if contents.isEmpty, entry?.contents != nil { return }
    let old = entry?.contents ?? []
    // Checked before the two are joined, so that no more than the limit is ever held.
    guard old.count + contents.count <= capacity.fileSize else { throw .full }
    try write(old + contents, to: path)
  }

  /// Deletes a file.
  public func delete(_ path: WindowsPath) throws(DriveFault) {
    guard let entry = entry(at: path) else { throw missing(path) }
    guard let contents = entry.contents else { throw .accessDenied }
    folders[path.parent]?[Self.key(of: path.name)] = nil
    usedSize -= contents.count
    usedEntries -= 1
    whenChanged(.removed(note(of: contents, at: path)))
  }

  /// Deletes a folder, which must be empty: `exists` says that something is in it.
  public func deleteFolder(_ path: WindowsPath) throws(DriveFault) {
    guard let entries = folders[path] else {
      throw entry(at: path) == nil ? missing(path) : .accessDenied
    }
    guard !path.names.isEmpty else { throw .accessDenied }
    guard entries.isEmpty else { throw .exists }
    folders[path] = nil
    folders[path.parent]?[Self.key(of: path.name)] = nil
    usedEntries -= 1
  }

  /// Gives a file or folder another name in the same folder. Its time stays.
  public func rename(_ path: WindowsPath, to name: String) throws(DriveFault) {
    guard let entry = entry(at: path), !path.names.isEmpty else { throw missing(path) }
    let target = path.parent.appending(name)
    guard target == path || self.entry(at: target) == nil else { throw .exists }
    guard DriveName.isValid(name) else { throw .invalidName }
    folders[path.parent]?[Self.key(of: path.name)] = nil
    folders[path.parent]?[Self.key(of: name)] = DriveEntry(
      name: name, modified: entry.modified, contents: entry.contents)
    if entry.isFolder, target != path { moveFolders(from: path, to: target) }
    guard let contents = entry.contents, target != path else { return }
    whenChanged(.renamed(note(of: contents, at: target), from: path.description))
  }

  /// What lies below a renamed folder is found by its path, so it moves along.
  private func moveFolders(from path: WindowsPath, to target: WindowsPath) {
    let depth = path.names.count
    for folder in folders.keys where WindowsPath(Array(folder.names.prefix(depth))) == path {
      let moved = WindowsPath(target.names + folder.names.dropFirst(depth))
      folders[moved] = folders.removeValue(forKey: folder)
    }
  }

  private func note(of contents: [UInt8], at path: WindowsPath) -> FileNote {
    FileNote(
      name: path.description, size: contents.count,
      contents: contents.isEmpty ? nil : DecodedFile(contents))
  }

  private func checkNew(_ path: WindowsPath) throws(DriveFault) {
    guard isFolder(path.parent) else { throw .pathNotFound }
    guard DriveName.isValid(path.name) else { throw .invalidName }
    guard path.description.utf16.count <= capacity.pathLength else { throw .pathNotFound }
    guard usedEntries < capacity.entryCount else { throw .full }
  }

  private func put(_ entry: DriveEntry, at path: WindowsPath) {
    let old = folders[path.parent]?.updateValue(entry, forKey: Self.key(of: path.name))
    if old == nil { usedEntries += 1 }
  }
}
