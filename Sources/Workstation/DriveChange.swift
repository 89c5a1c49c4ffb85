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

  /// What is told of it; folders are not told.
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
    case .folder: nil
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
    _ contents: [UInt8], to path: WindowsPath, at time: UnixTime
  ) throws(DriveFault) -> DriveChange {
    let old = entry(at: path)
    if let old {
      guard !old.isFolder else { throw .accessDenied }
    } else {
      guard !path.names.isEmpty else { throw .accessDenied }
      try checkNew(path)
    }
    let change = contents.count - (old?.contents?.count ?? 0)
    guard contents.count <= capacity.fileSize, usedSize + change <= capacity.totalSize else {
      throw .full
    }
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

  private func checkNew(_ path: WindowsPath) throws(DriveFault) {
    guard isFolder(path.parent) else { throw .pathNotFound }
    guard DriveName.isValid(path.name) else { throw .invalidName }
    guard path.description.utf16.count <= capacity.pathLength else { throw .pathNotFound }
    guard usedEntries < capacity.entryCount else { throw .full }
  }
}
