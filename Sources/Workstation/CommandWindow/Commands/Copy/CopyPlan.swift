import Ledger

/// Turns what is typed into files to write.
struct CopyPlan {
  private(set) var jobs: [CopyJob] = []
  /// Printed before anything else, with the complaint below.
  private(set) var missingName: String?
  private(set) var complaint: Complaint?

  init(_ line: CopyLine, _ call: BuiltinCall) {
    let destination: Destination
    do throws(Complaint) {
      destination = try Destination(line.destination, call)
    } catch {
      complaint = error
      return
    }
    var found: [(operand: CopyLine.Operand, name: String, path: WindowsPath?)] = []
    var hasPattern = false
    for (index, operand) in line.sources.enumerated() {
      do throws(Complaint) {
        let (names, isPattern) = try Self.files(of: operand.name, call)
        hasPattern = hasPattern || isPattern
        found += names.map { (operand, $0.name, $0.path) }
      } catch {
        // A missing file among several to be joined is passed over, but not the first.
        guard index == 0 else { continue }
        if line.joins || NamePattern.isPattern(operand.name) { missingName = operand.name }
        complaint = error
        return
      }
    }
    let joins = line.joins || hasPattern && destination.isSingleFile
    let defaultMode: CopyMode = joins ? .ascii : .binary
    let sources = found.map {
      CopyJob.Source(name: $0.name, path: $0.path, mode: $0.operand.mode ?? defaultMode)
    }
    let targetMode = line.destination?.mode ?? line.lastMode ?? defaultMode
    for group in joins ? [sources] : sources.map({ [$0] }) {
      guard let first = group.first else { continue }
      let (target, name) = destination.target(for: TypedPath.lastName(of: first.name))
      jobs.append(
        CopyJob(
          sources: group, target: target, targetName: name, targetMode: targetMode, joins: joins,
          isListed: joins || hasPattern))
    }
  }

  /// The files a name means: itself, those that fit it, or those in the folder of that name.
  private static func files(
    of typed: String, _ call: BuiltinCall
  ) throws(Complaint) -> (names: [(name: String, path: WindowsPath?)], isPattern: Bool) {
    guard !TypedPath.isDevice(typed) else {
      // `copy con file` would read the keyboard up to a Ctrl-Z, which few terminals can send.
      let isEmpty = TypedPath.lastName(of: typed).lowercased().hasPrefix("nul")
      guard isEmpty else { throw Complaint(CmdMessages.fileNotFound) }
      return ([(typed, nil)], false)
    }
    var path = try call.path(typed, allowsWildcards: true)
    var prefix = TypedPath.folderPart(of: typed)
    if call.drive.isFolder(path) {
      path = path.appending("*")
      prefix = typed.hasSuffix("\\") || typed.hasSuffix("/") ? typed : typed + "\\"
    }
    guard NamePattern.isPattern(path.name) else {
      // `file\` asks for a folder of that name.
      guard !typed.hasSuffix("\\"), !typed.hasSuffix("/") else {
        throw Complaint(CmdMessages.pathNotFound)
      }
      guard let entry = call.drive.entry(at: path) else {
        throw Complaint(call.drive.missing(path))
      }
      return ([(prefix + entry.name, path)], false)
    }
    let entries = try call.files(matching: path)
    guard !entries.isEmpty else { throw Complaint(CmdMessages.fileNotFound) }
    return (entries.map { (prefix + $0.name, path.parent.appending($0.name)) }, true)
  }
}

/// Where `copy` writes.
private struct Destination {
  private enum Kind {
    case folder(WindowsPath, shown: String)
    case file(WindowsPath)
    case mask(WindowsPath, NameMask, shown: String)
    case device(String)
  }

  private let kind: Kind
  private let typed: String

  /// Whether all sources of a pattern would end up in one file.
  var isSingleFile: Bool {
    switch kind {
    case .file, .device: true
    case .folder, .mask: false
    }
  }

  init(_ operand: CopyLine.Operand?, _ call: BuiltinCall) throws(Complaint) {
    guard let operand else {
      let folder = call.seat.folder
      kind = .folder(folder, shown: folder.names.isEmpty ? "C:\\" : folder.description + "\\")
      typed = ""
      return
    }
    typed = operand.name
    guard !TypedPath.isDevice(typed) else {
      kind = .device(TypedPath.lastName(of: typed).lowercased())
      return
    }
    let path = try call.path(typed, allowsWildcards: true)
    let endsInSlash = typed.hasSuffix("\\") || typed.hasSuffix("/")
    if call.drive.isFolder(path) {
      kind = .folder(path, shown: endsInSlash || typed.hasSuffix(":") ? typed : typed + "\\")
    } else if endsInSlash {
      throw Complaint(CmdMessages.pathNotFound)
    } else if NamePattern.isPattern(path.name) {
      kind = .mask(
        path.parent, NameMask(pattern: path.name), shown: TypedPath.folderPart(of: typed))
    } else {
      kind = .file(path)
    }
  }

  /// The file that a source of that name goes to, and how it is shown.
  func target(for name: String) -> (CopyJob.Target, String) {
    switch kind {
    case .folder(let folder, let shown): (.file(folder.appending(name)), shown + name)
    case .mask(let folder, let mask, let shown):
      (.file(folder.appending(mask.applied(to: name))), shown + mask.applied(to: name))
    case .file(let path): (.file(path), typed)
    case .device(let name): (name.hasPrefix("con") ? .screen : .nowhere, typed)
    }
  }
}
