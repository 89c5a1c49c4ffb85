import Ledger

/// What psftp says about deleting, renaming and permissions.
enum FileMessages: Catalogue {
  static let product = "psftp"

  static var sayings: [Saying] {
    removed
    notRemoved
    renamed
    notRenamed
    moveNeedsDirectory
    directoryNotMade
    directoryNotRemoved
    modeChanged
    noAttributes
    modeNotChanged
    modeDigits
    modeWho
    modeWhat
    modeIncomplete
    modeSetID
    modeNobody
  }

  static func removed(file: String) -> Saying {
    answer(
      "psftp.removed", "rm {file}: OK", .verbatim, [file], source: "Captures; workstation.md 1.6")
  }
  static func notRemoved(file: String, status: String) -> Saying {
    error(
      "psftp.not-removed", "rm {file}: {status}", .verbatim, [file, status],
      source: "Captures; workstation.md 1.6",
      cause: "The appliance has no file of that name, or it is a directory.",
      remedy: "Look at ls; upper and lower case count.")
  }
  static func renamed(old: String, new: String) -> Saying {
    answer(
      "psftp.renamed", "{old} -> {new}", .verbatim, [old, new],
      source: "Capture A; workstation.md 1.6")
  }
  static func notRenamed(old: String, new: String, status: String) -> Saying {
    error(
      "psftp.not-renamed", "mv {old} {new}: {status}", .verbatim, [old, new, status],
      source: "Capture B; workstation.md 1.6. Statuses as OpenSSH's, INFERRED",
      cause: "There is no such file, a file has the new name already (failure), or the appliance "
        + "does not take the name (permission denied).",
      remedy: "Delete the file in the way first; look at ls.")
  }
  static let moveNeedsDirectory = error(
    "psftp.move-needs-directory",
    "mv: multiple or wildcard arguments require the destination to be a directory", .verbatim,
    source: "PuTTY source psftp.c of about 0.71", cause: "Several files cannot take one name.",
    remedy: "Rename them one at a time.")
  static func directoryNotMade(folder: String, status: String) -> Saying {
    error(
      "psftp.directory-not-made", "mkdir {folder}: {status}", .verbatim, [folder, status],
      source: "Capture B; workstation.md 1.6. That CMS refuses is INFERRED from its flat root",
      cause: "The appliance keeps all files in /.", remedy: "Do without directories.")
  }
  static func directoryNotRemoved(folder: String, status: String) -> Saying {
    error(
      "psftp.directory-not-removed", "rmdir {folder}: {status}", .verbatim, [folder, status],
      source: "Capture B; workstation.md 1.6", cause: "There is no such directory.",
      remedy: "Delete files with del.")
  }
  static func modeChanged(file: String, old: String, new: String) -> Saying {
    answer(
      "psftp.mode-changed", "{file}: {old} -> {new}", .verbatim, [file, old, new],
      source: "Capture A; workstation.md 1.6. That CMS allows it is INFERRED")
  }
  static func noAttributes(file: String, status: String) -> Saying {
    error(
      "psftp.no-attributes", "get attrs for {file}: {status}", .verbatim, [file, status],
      source: "PuTTY source psftp.c of about 0.71",
      cause: "The appliance has no file of that name.", remedy: "Look at ls.")
  }
  static func modeNotChanged(file: String, status: String) -> Saying {
    error(
      "psftp.mode-not-changed", "set attrs for {file}: {status}", .verbatim, [file, status],
      source: "PuTTY source psftp.c of about 0.71",
      cause: "The permissions of / belong to the appliance.", remedy: "Name a file.")
  }
  static let modeDigits = error(
    "psftp.mode-digits", "chmod: numeric file modes should contain digits 0-7 only", .verbatim,
    source: "PuTTY source psftp.c of about 0.71", cause: "The mode is no octal number.",
    remedy: "Write it as in chmod 600 <file>.")
  static func modeWho(mode: String, letter: String) -> Saying {
    error(
      "psftp.mode-who",
      "chmod: file mode '{mode}' contains unrecognised user/group/other specifier '{letter}'",
      .verbatim, [mode, letter], source: "PuTTY source psftp.c of about 0.71",
      cause: "In front of +, - and = stand only u, g, o and a.", remedy: "See help chmod.")
  }
  static func modeWhat(mode: String, letter: String) -> Saying {
    error(
      "psftp.mode-what",
      "chmod: file mode '{mode}' contains unrecognised permission specifier '{letter}'",
      .verbatim, [mode, letter], source: "PuTTY source psftp.c of about 0.71",
      cause: "Behind +, - and = stand only r, w, x, s and t.", remedy: "See help chmod.")
  }
  static func modeIncomplete(mode: String) -> Saying {
    error(
      "psftp.mode-incomplete", "chmod: file mode '{mode}' is incomplete", .verbatim, [mode],
      source: "PuTTY source psftp.c of about 0.71",
      cause: "The mode ends before +, - or =, or behind it.", remedy: "See help chmod.")
  }
  static func modeSetID(mode: String) -> Saying {
    error(
      "psftp.mode-set-id",
      "chmod: file mode '{mode}': set[ug]id bit should be used with exactly one of u or g only",
      .verbatim, [mode], source: "PuTTY source psftp.c of about 0.71", cause: "s is for u or g.",
      remedy: "See help chmod.")
  }
  static func modeNobody(mode: String) -> Saying {
    error(
      "psftp.mode-nobody",
      "chmod: file mode '{mode}' contains no user/group/other specifier and permissions other than "
        + "'t' ", .verbatim, [mode], source: "PuTTY source psftp.c of about 0.71",
      cause: "The mode does not say whose permissions are meant.", remedy: "Write a+r, not +r.")
  }
}
