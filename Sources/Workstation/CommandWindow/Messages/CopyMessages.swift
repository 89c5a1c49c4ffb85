import Ledger

extension CmdMessages {
  static func copyName(name: String) -> Saying {
    answer(
      "cmd.copy-name", "{name}", .verbatim, [name],
      source: "workstation.md 3.2, G21: one source a line")
  }
  static func copied(count: String) -> Saying {
    answer(
      "cmd.copied", "        {count} file(s) copied.", .verbatim, [count],
      source: "workstation.md 3.2, G21 and G22")
  }
  static let copyOntoItself = error(
    "cmd.copy-onto-itself", "The file cannot be copied onto itself.", .verbatim,
    source: "workstation.md 3.2, G26", cause: "Source and destination are the same file.",
    remedy: "Name another destination; without one it is the current folder.")
  static func overwriteQuestion(name: String) -> Saying {
    answer(
      "cmd.overwrite-question", "Overwrite {name}? (Yes/No/All): ", .verbatim, [name],
      source: "workstation.md 3.2, G22")
  }
  static let dirVolume = answer(
    "cmd.dir-volume", " Volume in drive C has no label.", .verbatim,
    source: "workstation.md 3.3, G20 and G28")
  static func dirSerial(serial: String) -> Saying {
    answer(
      "cmd.dir-serial", " Volume Serial Number is {serial}", .verbatim, [serial],
      source: "workstation.md 3.3, G20 and G28")
  }
  static func dirHeading(path: String) -> Saying {
    answer(
      "cmd.dir-heading", "\n Directory of {path}\n", .verbatim, [path],
      source: "workstation.md 3.3, G20 and G28")
  }
  static func dirFile(time: String, size: String, name: String) -> Saying {
    answer(
      "cmd.dir-file", "{time}{size} {name}", .verbatim, [time, size, name],
      source: "workstation.md 3.3, G20 and G29")
  }
  static func dirFolder(time: String, name: String) -> Saying {
    answer(
      "cmd.dir-folder", "{time}    <DIR>          {name}", .verbatim, [time, name],
      source: "workstation.md 3.3, G20 and G29")
  }
  static func dirFiles(count: String, size: String) -> Saying {
    answer(
      "cmd.dir-files", "{count} File(s) {size} bytes", .verbatim, [count, size],
      source: "workstation.md 3.3, G20 and G28")
  }
  static func dirFolders(count: String, size: String) -> Saying {
    answer(
      "cmd.dir-folders", "{count} Dir(s) {size} bytes free", .verbatim, [count, size],
      source: "workstation.md 3.3, G20 and G28")
  }
  static let dirNothing = error(
    "cmd.dir-nothing", "File Not Found", .verbatim, source: "workstation.md 3.3, G30 and G31",
    cause: "No name in the folder fits.", remedy: "Look at dir without a name.")
}
