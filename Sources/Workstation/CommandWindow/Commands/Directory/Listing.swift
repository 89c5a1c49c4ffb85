import Ledger
import Time

/// What `dir` shows of the volume.
enum VolumeFacts {
  static let serial = "F80A-FDD9"
  static let freeBytes = 9_600_487_424
}

/// What one name of `dir` lists.
struct Listing {
  struct Row {
    let name: String
    let modified: UnixTime
    /// Nil for a folder.
    let size: Int?

    var isDots: Bool { name == "." || name == ".." }
  }

  let folder: WindowsPath
  let rows: [Row]

  init(
    _ typed: String, _ options: DirectoryOptions, _ call: BuiltinCall
  ) throws(Complaint) {
    let path = try call.path(typed, allowsWildcards: true)
    let namesFolder = call.drive.isFolder(path)
    let folder = call.drive.spelled(namesFolder ? path : path.parent)
    let wildcard = NamePattern(namesFolder ? "*" : path.name)
    let list: [DriveEntry]
    do throws(DriveFault) {
      list = try call.drive.list(folder)
    } catch {
      throw Complaint(error == .accessDenied ? .notFound : .pathNotFound)
    }
    var rows = list.filter { wildcard.matches($0.name) }.map {
      Row(name: $0.name, modified: $0.modified, size: $0.contents?.count)
    }
    // The root has no dots; elsewhere they are names like others and may fit a pattern.
    if !folder.names.isEmpty, namesFolder || NamePattern.isPattern(path.name) {
      let modified = call.drive.entry(at: folder)?.modified ?? 0
      let dots = [".", ".."].filter { namesFolder || wildcard.matches($0) }
      rows.insert(
        contentsOf: dots.map { Row(name: $0, modified: modified, size: nil) }, at: 0)
    }
    self.folder = folder
    self.rows = options.chosen(of: rows)
  }

  func add(to output: inout Output) {
    for row in rows {
      let time = DirectoryTime(row.modified).description
      if let size = row.size {
        output.add(
          CmdMessages.dirFile(time: time, size: Columns.number(size, width: 18), name: row.name))
      } else {
        output.add(CmdMessages.dirFolder(time: time, name: row.name))
      }
    }
    let files = rows.compactMap(\.size)
    output.add(
      CmdMessages.dirFiles(
        count: Columns.number(files.count, width: 16),
        size: Columns.number(files.reduce(0, +), width: 14)))
    output.add(
      CmdMessages.dirFolders(
        count: Columns.number(rows.count - files.count, width: 16),
        size: Columns.number(VolumeFacts.freeBytes, width: 15)))
  }
}
