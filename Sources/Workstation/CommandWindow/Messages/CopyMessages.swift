import Ledger

extension Message {
  static let copyName = answer(
    "cmd.copy-name", "{name}", .verbatim, source: "workstation.md 3.2, G21: one source a line")
  static let copied = answer(
    "cmd.copied", "        {count} file(s) copied.", .verbatim,
    source: "workstation.md 3.2, G21 and G22")
  static let copyOntoItself = error(
    "cmd.copy-onto-itself", "The file cannot be copied onto itself.", .verbatim,
    source: "workstation.md 3.2, G26",
    cause: "Source and destination are the same file.",
    remedy: "Name another destination; without one it is the current folder.")
  static let overwriteQuestion = answer(
    "cmd.overwrite-question", "Overwrite {name}? (Yes/No/All): ", .verbatim,
    source: "workstation.md 3.2, G22")
  static let dirVolume = answer(
    "cmd.dir-volume", " Volume in drive C has no label.", .verbatim,
    source: "workstation.md 3.3, G20 and G28")
  static let dirSerial = answer(
    "cmd.dir-serial", " Volume Serial Number is {serial}", .verbatim,
    source: "workstation.md 3.3, G20 and G28")
  static let dirHeading = answer(
    "cmd.dir-heading", "\n Directory of {path}\n", .verbatim,
    source: "workstation.md 3.3, G20 and G28")
  static let dirFile = answer(
    "cmd.dir-file", "{time}{size} {name}", .verbatim, source: "workstation.md 3.3, G20 and G29")
  static let dirFolder = answer(
    "cmd.dir-folder", "{time}    <DIR>          {name}", .verbatim,
    source: "workstation.md 3.3, G20 and G29")
  static let dirFiles = answer(
    "cmd.dir-files", "{count} File(s) {size} bytes", .verbatim,
    source: "workstation.md 3.3, G20 and G28")
  static let dirFolders = answer(
    "cmd.dir-folders", "{count} Dir(s) {size} bytes free", .verbatim,
    source: "workstation.md 3.3, G20 and G28")
  static let dirNothing = error(
    "cmd.dir-nothing", "File Not Found", .verbatim, source: "workstation.md 3.3, G30 and G31",
    cause: "No name in the folder fits.", remedy: "Look at dir without a name.")
}
