import Ledger

/// What psftp says about deleting, renaming and permissions.
enum FileMessages {
  static let removed = Message.answer(
    "psftp.removed", "rm {file}: OK", .verbatim, source: "Captures; workstation.md 1.6")
  static let notRemoved = Message.error(
    "psftp.not-removed", "rm {file}: {status}", .verbatim,
    source: "Captures; workstation.md 1.6",
    cause: "The appliance has no file of that name, or it is a directory.",
    remedy: "Look at ls; upper and lower case count.")
  static let renamed = Message.answer(
    "psftp.renamed", "{old} -> {new}", .verbatim, source: "Capture A; workstation.md 1.6")
  static let notRenamed = Message.error(
    "psftp.not-renamed", "mv {old} {new}: {status}", .verbatim,
    source: "Capture B; workstation.md 1.6. Statuses as OpenSSH's, INFERRED",
    cause: "There is no such file, a file has the new name already (failure), or the appliance "
      + "does not take the name (permission denied).",
    remedy: "Delete the file in the way first; look at ls.")
  static let moveNeedsDirectory = Message.error(
    "psftp.move-needs-directory",
    "mv: multiple or wildcard arguments require the destination to be a directory", .verbatim,
    source: "PuTTY source psftp.c of about 0.71",
    cause: "Several files cannot take one name.", remedy: "Rename them one at a time.")
  static let directoryNotMade = Message.error(
    "psftp.directory-not-made", "mkdir {folder}: {status}", .verbatim,
    source: "Capture B; workstation.md 1.6. That CMS refuses is INFERRED from its flat root",
    cause: "The appliance keeps all files in /.", remedy: "Do without directories.")
  static let directoryNotRemoved = Message.error(
    "psftp.directory-not-removed", "rmdir {folder}: {status}", .verbatim,
    source: "Capture B; workstation.md 1.6",
    cause: "There is no such directory.", remedy: "Delete files with del.")
  static let modeChanged = Message.answer(
    "psftp.mode-changed", "{file}: {old} -> {new}", .verbatim,
    source: "Capture A; workstation.md 1.6. That CMS allows it is INFERRED")
  static let noAttributes = Message.error(
    "psftp.no-attributes", "get attrs for {file}: {status}", .verbatim,
    source: "PuTTY source psftp.c of about 0.71",
    cause: "The appliance has no file of that name.", remedy: "Look at ls.")
  static let modeNotChanged = Message.error(
    "psftp.mode-not-changed", "set attrs for {file}: {status}", .verbatim,
    source: "PuTTY source psftp.c of about 0.71",
    cause: "The permissions of / belong to the appliance.", remedy: "Name a file.")
  static let modeDigits = Message.error(
    "psftp.mode-digits", "chmod: numeric file modes should contain digits 0-7 only", .verbatim,
    source: "PuTTY source psftp.c of about 0.71",
    cause: "The mode is no octal number.", remedy: "Write it as in chmod 600 <file>.")
  static let modeWho = Message.error(
    "psftp.mode-who",
    "chmod: file mode '{mode}' contains unrecognised user/group/other specifier '{letter}'",
    .verbatim, source: "PuTTY source psftp.c of about 0.71",
    cause: "In front of +, - and = stand only u, g, o and a.", remedy: "See help chmod.")
  static let modeWhat = Message.error(
    "psftp.mode-what",
    "chmod: file mode '{mode}' contains unrecognised permission specifier '{letter}'", .verbatim,
    source: "PuTTY source psftp.c of about 0.71",
    cause: "Behind +, - and = stand only r, w, x, s and t.", remedy: "See help chmod.")
  static let modeIncomplete = Message.error(
    "psftp.mode-incomplete", "chmod: file mode '{mode}' is incomplete", .verbatim,
    source: "PuTTY source psftp.c of about 0.71",
    cause: "The mode ends before +, - or =, or behind it.", remedy: "See help chmod.")
  static let modeSetID = Message.error(
    "psftp.mode-set-id",
    "chmod: file mode '{mode}': set[ug]id bit should be used with exactly one of u or g only",
    .verbatim, source: "PuTTY source psftp.c of about 0.71",
    cause: "s is for u or g.", remedy: "See help chmod.")
  static let modeNobody = Message.error(
    "psftp.mode-nobody",
    "chmod: file mode '{mode}' contains no user/group/other specifier and permissions other than "
      + "'t' ", .verbatim, source: "PuTTY source psftp.c of about 0.71",
    cause: "The mode does not say whose permissions are meant.", remedy: "Write a+r, not +r.")

  static let catalogue = [
    removed, notRemoved, renamed, notRenamed, moveNeedsDirectory, directoryNotMade,
    directoryNotRemoved, modeChanged, noAttributes, modeNotChanged, modeDigits, modeWho, modeWhat,
    modeIncomplete, modeSetID, modeNobody,
  ]
}
