import Ledger
import Time

/// What `dir` shows of the volume.
enum VolumeFacts {
  static let serial = "F80A-FDD9"
  static let freeBytes = 9_600_487_424
}

/// What one name of `dir` lists.
struct Listing {
  struct Entry {
    let name: String
    let modified: UnixTime
    /// Nil for a folder.
    let size: Int?

    var isDots: Bool { name == "." || name == ".." }
  }

  let folder: WindowsPath
  let entries: [Entry]

  /// Which entries `/ad` and `/a-d` leave.
  static func kinds(_ options: [String]) -> (Entry) -> Bool {
    guard let option = options.last(where: { $0.lowercased().hasPrefix("a") })?.lowercased() else {
      return { _ in true }
    }
    if option.contains("-d") { return { $0.size != nil } }
    return option.contains("d") ? { $0.size == nil } : { _ in true }
  }

  init(
    _ typed: String, kinds: (Entry) -> Bool, _ call: Builtin.Call
  ) throws(Complaint) {
    let path = try call.path(typed, allowsWildcards: true)
    let namesFolder = call.drive.isFolder(path)
    let folder = call.drive.spelled(namesFolder ? path : path.parent)
    let wildcard = Wildcard(namesFolder ? "*" : path.name)
    let list: [Drive.Entry]
    do throws(Drive.Failure) {
      list = try call.drive.list(folder)
    } catch {
      throw Complaint(error == .accessDenied ? .notFound : .pathNotFound)
    }
    var entries = list.filter { wildcard.matches($0.name) }.map {
      Entry(name: $0.name, modified: $0.modified, size: $0.contents?.count)
    }
    // The root has no dots; elsewhere they are names like others and may fit a pattern.
    if !folder.names.isEmpty, namesFolder || Wildcard.isPattern(path.name) {
      let modified = call.drive.entry(at: folder)?.modified ?? 0
      let dots = [".", ".."].filter { namesFolder || wildcard.matches($0) }
      entries.insert(
        contentsOf: dots.map { Entry(name: $0, modified: modified, size: nil) }, at: 0)
    }
    self.folder = folder
    self.entries = entries.filter(kinds)
  }

  func add(to output: inout Output) {
    for entry in entries {
      let time = DirectoryTime(entry.modified).description
      if let size = entry.size {
        output.add(
          CmdMessages.dirFile(time: time, size: Columns.number(size, width: 18), name: entry.name))
      } else {
        output.add(CmdMessages.dirFolder(time: time, name: entry.name))
      }
    }
    let files = entries.compactMap(\.size)
    output.add(
      CmdMessages.dirFiles(
        count: Columns.number(files.count, width: 16),
        size: Columns.number(files.reduce(0, +), width: 14)))
    output.add(
      CmdMessages.dirFolders(
        count: Columns.number(entries.count - files.count, width: 16),
        size: Columns.number(VolumeFacts.freeBytes, width: 15)))
  }
}
