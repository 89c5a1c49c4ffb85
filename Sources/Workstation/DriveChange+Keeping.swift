import Journal

extension DriveChange {
  /// The change as it is kept: files and folders go by their whole paths, as they are spelled.
  ///
  /// - Parameter contents: what is on the drive before it.
  func kept(in contents: DriveContents) -> [Change] {
    switch self {
    case .folder(let path, let entry), .file(let path, let entry, _):
      [
        .file(
          name: contents.spelled(path.parent).appending(entry.name).description,
          contents: entry.contents, modified: Int64(entry.modified), mode: 0o644)
      ]
    case .removed(let path, _): [.removed(name: contents.spelled(path).description)]
    case .touched(let path, let entry):
      [
        .attributes(
          name: contents.spelled(path).description, modified: Int64(entry.modified), mode: 0o644)
      ]
    case .uploaded: []
    case .renamed(let path, let entry):
      renamed(path, as: entry.name, in: contents)
    }
  }

  /// A new name of a folder is one of all that is below it.
  private func renamed(
    _ path: WindowsPath, as name: String, in contents: DriveContents
  ) -> [Change] {
    let old = contents.spelled(path)
    let new = old.parent.appending(name)
    guard old.description != new.description else { return [] }
    return contents.everything(below: old).map { below, _ in
      let rest = below.names.dropFirst(old.names.count)
      return .renamed(
        from: below.description, to: WindowsPath(new.names + rest).description)
    }
  }
}

extension DriveContents {
  /// What stands at a path, and what lies below it, each folder in front of what is in it. The root
  /// itself is left out.
  func everything(below path: WindowsPath) -> [(WindowsPath, DriveEntry)] {
    let own = path.names.isEmpty ? nil : entry(at: path).map { (path, $0) }
    let entries = ((try? entries(in: path)) ?? []).sorted { $0.name < $1.name }
    return (own.map { [$0] } ?? [])
      + entries.flatMap { everything(below: path.appending($0.name)) }
  }
}
