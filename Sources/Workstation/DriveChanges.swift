public import Journal

extension Drive {
  /// Creates a folder in an existing one.
  public func createFolder(
    _ path: WindowsPath, by presence: Presence? = nil
  ) throws(DriveFault) {
    let time = now()
    try change(by: presence) { (contents) throws(DriveFault) in
      [try contents.creatingFolder(path, at: time)]
    }
  }

  /// Creates a folder and those it lies in, as far as they are missing.
  public func createFolders(
    _ path: WindowsPath, by presence: Presence? = nil
  ) throws(DriveFault) {
    guard path.description.utf16.count <= capacity.pathLength else { throw .pathNotFound }
    let time = now()
    // Those that could be created stay, whatever becomes of the rest.
    for length in 1...max(1, path.names.count) {
      let folder = WindowsPath(Array(path.names.prefix(length)))
      try change(by: presence) { (contents) throws(DriveFault) in
        contents.isFolder(folder) ? [] : [try contents.creatingFolder(folder, at: time)]
      }
    }
  }

  /// Writes a file. One that is there already is overwritten and keeps its name's case.
  public func write(
    _ bytes: [UInt8], to path: WindowsPath, by presence: Presence? = nil
  ) throws(DriveFault) {
    let time = now()
    try change(by: presence) { (contents) throws(DriveFault) in
      [try contents.writing(bytes, to: path, at: time)]
    }
  }

  /// Writes behind the end of a file, or a new one.
  public func append(
    _ bytes: [UInt8], to path: WindowsPath, by presence: Presence? = nil
  ) throws(DriveFault) {
    let time = now()
    try change(by: presence) { (contents) throws(DriveFault) in
      let old = contents.entry(at: path)?.contents
      // Opened for more, which did not come.
      if bytes.isEmpty, old != nil { return [] }
      // Checked before the two are joined, so that no more than the limit is ever held.
      guard (old?.count ?? 0) + bytes.count <= capacity.fileSize else { throw .full }
      return [try contents.writing((old ?? []) + bytes, to: path, at: time)]
    }
  }

  /// Deletes a file.
  public func delete(_ path: WindowsPath, by presence: Presence? = nil) throws(DriveFault) {
    try change(by: presence) { (contents) throws(DriveFault) in [try contents.deleting(path)] }
  }

  /// Deletes a folder, which must be empty: `exists` says that something is in it.
  public func deleteFolder(_ path: WindowsPath, by presence: Presence? = nil) throws(DriveFault) {
    try change(by: presence) { (contents) throws(DriveFault) in
      [try contents.deletingFolder(path)]
    }
  }

  /// Gives a file or folder another name in the same folder. Its time stays.
  public func rename(
    _ path: WindowsPath, to name: String, by presence: Presence? = nil
  ) throws(DriveFault) {
    try change(by: presence) { (contents) throws(DriveFault) in
      [try contents.renaming(path, to: name)]
    }
  }
}
