public import Lab
import PKI
import Words
public import Workstation

/// The certificates of a file as a picture in text: who signed whom, what is missing, what is wrong.
public enum ChainPicture {
  /// The lines about a file of a machine.
  ///
  /// - Parameters:
  ///   - name: the file; on PC1 one in the folder of the window, or its path.
  ///   - host: the machine, by its name in the world.
  ///   - ascii: whether there are no other characters than ASCII has.
  ///   - columns: the width that no line exceeds; at least 20.
  ///   - folder: PC1's folder; nil for the one that its windows open in.
  public static func lines(
    of name: String, on host: String, in world: World, ascii: Bool, columns: Int = 80,
    folder: WindowsPath? = nil
  ) -> [String] {
    drawn(of: name, on: host, in: world, ascii: ascii, columns: columns, folder: folder).lines
  }

  /// The same, and whether it shows what is in a file: certificates, a key or a request.
  static func drawn(
    of name: String, on host: String, in world: World, ascii: Bool, columns: Int = 80,
    folder: WindowsPath? = nil
  ) -> (lines: [String], shows: Bool) {
    let columns = max(20, columns)
    let (name, folder) = place(of: name, on: host, in: world, folder: folder)
    let files = LabFiles(world, at: host, folder: folder)
    let page = Page(columns: columns, ascii: ascii)
    guard !name.isEmpty else {
      return (page.wrapped("Which file? As in :chain cms1a.cer"), false)
    }
    guard let file = files.named(name) else {
      return (absence(of: name, in: files).flatMap { page.wrapped($0) }, false)
    }
    // Of a part it could not be said what is missing.
    guard file.contents.count <= PEMLayout.most.bytes else {
      let size = "\(file.contents.count) bytes"
      return (
        page.wrapped(
          "\(files.shown(file)) has \(size), more than is drawn; an appliance reads it all."), false
      )
    }
    let parts = FileParts(file.contents, held: file.held)
    guard parts.hasCertificates else {
      let other = OtherFile(file, files)
      return (other.lines.flatMap { page.wrapped($0) }, other.holdsMore)
    }
    return (ChainLines(parts, of: file, in: files, page: page).lines, true)
  }

  /// What is said of a name that no file has.
  private static func absence(of name: String, in files: LabFiles) -> [String] {
    let desk = files.world.workstation
    let isDesk = files.host == desk.name
    let place = isDesk ? "in \(files.folder)" : "on \(files.host)"
    let path = files.folder.appending(name)
    if isDesk, desk.drive.isFolder(path) {
      let inside = LabFiles(files.world, at: files.host, folder: desk.drive.spelled(path))
      return ["\(Written.plain("\(path)", 200)) is a folder, not a file."]
        + choice(among: inside.own, "In it ")
    }
    if name.contains(where: { "*?".contains($0) }) {
      return ["One file at a time: * and ? stand for nothing here."]
        + choice(among: files.own, "\(isDesk ? "In \(files.folder)" : "On \(files.host)") ")
    }
    if isDesk, !desk.drive.isFolder(files.folder) {
      let folders = files.all.compactMap { file -> String? in
        guard case .desk(let folder) = file.place, file.name.lowercased() == name.lowercased()
        else {
          return nil
        }
        return Written.plain("\(folder)", 200)
      }
      return ["There is no folder \(Written.plain("\(files.folder)", 200))."]
        + (folders.isEmpty
          ? [] : ["\(Written.name(name)) is in \(Written.list(folders, most: 3))."])
    }
    let similar = SimilarFiles(name, near: files.own, in: files, place: place)
    return ["There is no file \(Written.name(name)) \(Written.plain(place, 200))."] + similar.facts
  }

  private static func choice(among files: [LabFile], _ start: String) -> [String] {
    let names = files.filter { !($0.held?.certificates.isEmpty ?? true) }.map(\.name)
    let plain = Written.plain(start, 200)
    return [
      names.isEmpty
        ? "\(plain)is no file with a certificate."
        : "\(plain)these have certificates: \(Written.list(names.map(Written.name), most: 12))."
    ]
  }

  /// At PC1 a folder may stand in front of the name.
  private static func place(
    of name: String, on host: String, in world: World, folder: WindowsPath?
  ) -> (String, WindowsPath?) {
    guard host == world.workstation.name, name.utf8.count < 1_024 else { return (name, folder) }
    let base = folder ?? world.workstation.folder
    guard let path = base.resolving(name) else { return (name, folder) }
    // The top has no name that a file could have.
    return path.names.isEmpty
      ? (name, folder) : (path.name, world.workstation.drive.spelled(path.parent))
  }
}

/// Lines that fit.
struct Page {
  let columns: Int
  let ascii: Bool

  /// A text in lines, each behind `indent`, broken at blanks where that can be. A command between
  /// back quotes stays whole: one that is wider than a line has a line of its own.
  func wrapped(_ text: String, first: String = "", indent: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for piece in clean(text).unbrokenPieces where !piece.isEmpty {
      var word = piece
      if !isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > columns {
        lines.append(line)
        (line, isEmpty) = (indent, true)
      }
      if word.first == "`", line.unicodeScalars.count + word.unicodeScalars.count > columns {
        if !isEmpty || line != indent { lines.append(line) }
        lines.append(String(word))
        (line, isEmpty) = (indent, true)
        continue
      }
      while line.unicodeScalars.count + (isEmpty ? 0 : 1) + word.unicodeScalars.count > columns {
        let room = max(1, columns - line.unicodeScalars.count - (isEmpty ? 0 : 1))
        let head = word.unicodeScalars.prefix(room)
        lines.append(line + (isEmpty ? "" : " ") + String(head))
        word = word[head.endIndex...]
        (line, isEmpty) = (indent, true)
      }
      line += (isEmpty ? "" : " ") + String(word)
      isEmpty = isEmpty && word.isEmpty
    }
    if !isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// Without other characters than there are.
  private func clean(_ text: String) -> String {
    // Not even a dash is another one: it may be a file's name.
    ascii ? ASCIIText.of(text, by: [:]) : text
  }
}
