import Appliance
import Journal
import Time

/// A change of a drive that was checked and can be made.
enum DriveChange: Sendable {
  /// A folder is created.
  case folder(WindowsPath, DriveEntry)
  /// A file is written, in the place of another if there is one.
  case file(WindowsPath, DriveEntry, replacing: DriveEntry?)
  /// A file or an empty folder is deleted.
  case removed(WindowsPath, DriveEntry)
  /// A file or folder is to be that entry, of another name in the same folder.
  case renamed(WindowsPath, as: DriveEntry)
  /// A file gets another time.
  case touched(WindowsPath, DriveEntry)
  /// Room that an upload has kept is free again.
  case uploaded(DriveContents.Room)

  /// What is told of it; folders and times are not told.
  var event: Event.Kind? {
    switch self {
    case .file(let path, let entry, nil): entry.note(at: path).map { .stored($0) }
    case .file(let path, let entry, _): entry.note(at: path).map { .replaced($0) }
    case .removed(let path, let entry): entry.note(at: path).map { .removed($0) }
    case .renamed(let path, let entry):
      // Another case is no other name.
      path.parent.appending(entry.name) == path
        ? nil
        : entry.note(at: path.parent.appending(entry.name)).map {
          .renamed($0, from: path.description)
        }
    case .folder, .touched, .uploaded: nil
    }
  }
}

extension DriveEntry {
  fileprivate func note(at path: WindowsPath) -> FileNote? {
    contents.map { contents in
      FileNote(
        name: path.description, size: contents.count,
        contents: contents.isEmpty ? nil : DecodedFile(contents))
    }
  }
}

// MARK: - Checks

extension DriveContents {
  /// A folder in an existing one.
  func creatingFolder(
    _ path: WindowsPath, at time: UnixTime
  ) throws(DriveFault) -> DriveChange {
    guard entry(at: path) == nil, !path.names.isEmpty else { throw .exists }
    try checkNew(path)
    return .folder(path, DriveEntry(name: path.name, modified: time, contents: nil))
  }

  /// A file with those bytes. One that is there already keeps its name's case.
  func writing(
    _ contents: [UInt8], to path: WindowsPath, at time: UnixTime, in room: Room = Room()
  ) throws(DriveFault) -> DriveChange {
    let old = entry(at: path)
    if let old {
      guard !old.isFolder else { throw .accessDenied }
    } else {
      guard !path.names.isEmpty else { throw .accessDenied }
      try checkNew(path, in: room)
    }
    let change = contents.count - (old?.contents?.count ?? 0)
    guard contents.count <= capacity.fileSize,
      usedSize + setAside.size - room.size + change <= capacity.totalSize
    else { throw .full }
    return .file(
      path, DriveEntry(name: old?.name ?? path.name, modified: time, contents: contents),
      replacing: old)
  }

  /// A file's end.
  func deleting(_ path: WindowsPath) throws(DriveFault) -> DriveChange {
    guard let entry = entry(at: path) else {
      throw path.names.isEmpty ? .accessDenied : missing(path)
    }
    guard !entry.isFolder else { throw .accessDenied }
    return .removed(path, entry)
  }

  /// The end of a folder, which must be empty: `exists` says that something is in it.
  func deletingFolder(_ path: WindowsPath) throws(DriveFault) -> DriveChange {
    guard let entries = folders[path] else {
      throw entry(at: path) == nil ? missing(path) : .accessDenied
    }
    guard let entry = entry(at: path) else { throw .accessDenied }
    guard entries.isEmpty else { throw .exists }
    return .removed(path, entry)
  }

  /// Another name in the same folder.
  func renaming(_ path: WindowsPath, to name: String) throws(DriveFault) -> DriveChange {
    guard let entry = entry(at: path) else { throw missing(path) }
    let target = path.parent.appending(name)
    guard target == path || self.entry(at: target) == nil else { throw .exists }
    guard DriveName.isValid(name) else { throw .invalidName }
    return .renamed(
      path, as: DriveEntry(name: name, modified: entry.modified, contents: entry.contents))
  }

  /// Another name, in another folder perhaps; what has it goes with `replacing`. Folders stay where
  /// they are.
  func moving(
    _ path: WindowsPath, to target: WindowsPath, replacing: Bool
  ) throws(DriveFault) -> [DriveChange] {
    guard let entry = entry(at: path) else { throw missing(path) }
    var changes: [DriveChange] = []
    if target != path, let there = self.entry(at: target) {
      guard replacing else { throw .exists }
      guard !there.isFolder, !entry.isFolder else { throw .accessDenied }
      changes.append(.removed(target, there))
    }
    if path.parent == target.parent {
      guard DriveName.isValid(target.name) else { throw .invalidName }
      return changes + [
        .renamed(
          path,
          as: DriveEntry(name: target.name, modified: entry.modified, contents: entry.contents))
      ]
    }
    guard let contents = entry.contents else { throw .accessDenied }
    var trial = self
    trial.make(changes + [.removed(path, entry)])
    let moved = try trial.writing(contents, to: target, at: entry.modified)
    return changes + [.removed(path, entry), moved]
  }

  /// Another time of a file; a folder keeps its own.
  func touching(_ path: WindowsPath, at time: UnixTime) throws(DriveFault) -> [DriveChange] {
    guard let entry = entry(at: path) else {
      throw path.names.isEmpty ? .accessDenied : missing(path)
    }
    guard !entry.isFolder else { return [] }
    return [
      .touched(path, DriveEntry(name: entry.name, modified: time, contents: entry.contents))
    ]
  }

  private func checkNew(_ path: WindowsPath, in room: Room = Room()) throws(DriveFault) {
    guard isFolder(path.parent) else { throw .pathNotFound }
    guard DriveName.isValid(path.name) else { throw .invalidName }
    guard path.description.utf16.count <= capacity.pathLength else { throw .pathNotFound }
    guard usedEntries + setAside.entries - room.entries < capacity.entryCount else { throw .full }
  }
}
