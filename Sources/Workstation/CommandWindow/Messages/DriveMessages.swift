import Ledger

extension CmdMessages {
  static let fileNotFound = error(
    "cmd.file-not-found", "The system cannot find the file specified.", .verbatim,
    source: "workstation.md 3.1 and 3.2, G22", cause: "No file of that name is in the folder.",
    remedy: "Look at dir and correct the name.")
  static let pathNotFound = error(
    "cmd.path-not-found", "The system cannot find the path specified.", .verbatim,
    source: "workstation.md 3.1", cause: "A folder on the way does not exist.",
    remedy: "Look at dir of the folder above.")
  static let driveNotFound = error(
    "cmd.drive-not-found", "The system cannot find the drive specified.", .recalled,
    source: "Widely seen; no source at hand", cause: "This PC has drive C: only.",
    remedy: "Use a path on C:.")
  static let networkPathNotFound = error(
    "cmd.network-path-not-found", "The network path was not found.", .recalled,
    source: "Text of Windows error 53; no source at hand",
    cause: "No file server can be reached from this PC.", remedy: "Use a path on C:.")
  static let accessDenied = error(
    "cmd.access-denied", "Access is denied.", .verbatim, source: "workstation.md 3.2, G27",
    cause: "A folder stands where a file is meant.", remedy: "Name a file in it.")
  static let nameSyntaxIncorrect = error(
    "cmd.name-syntax", "The filename, directory name, or volume label syntax is incorrect.",
    .recalled, source: "Text of Windows error 123; no source at hand",
    cause: "A name has one of the characters < > : \" | ? * or a control character.",
    remedy: "Leave the character out.")
  static let alreadyExists = error(
    "cmd.already-exists", "Cannot create a file when that file already exists.", .recalled,
    source: "Text of Windows error 183; no source at hand",
    cause: "There is something of that name.", remedy: "Choose another name.")
  static let diskFull = error(
    "cmd.disk-full", "There is not enough space on the disk.", .recalled,
    source: "Text of Windows error 112; the limits are the simulator's own",
    cause: "The simulated drive holds 64 MiB a file, 256 MiB and 10,000 files in all.",
    remedy: "Delete files.")
  static let directoryNameInvalid = error(
    "cmd.directory-invalid", "The directory name is invalid.", .verbatim,
    source: "workstation.md 3.1, G23", cause: "The path names a file.", remedy: "Name a folder.")
  static func couldNotFind(path: String) -> Saying {
    error(
      "cmd.could-not-find", "Could Not Find {path}", .verbatim, [path],
      source: "workstation.md 3.1, G24", cause: "del found no file of that name.",
      remedy: "Look at dir and correct the name.")
  }
  static let duplicateName = error(
    "cmd.duplicate-name", "A duplicate file name exists, or the file\ncannot be found.", .recalled,
    source: "Widely seen; no source at hand", cause: "There is a file of the new name already.",
    remedy: "Delete it, or choose another name.")
  static let directoryNotEmpty = error(
    "cmd.directory-not-empty", "The directory is not empty.", .recalled,
    source: "Text of Windows error 145; no source at hand",
    cause: "rd takes away empty folders only.", remedy: "Use rd /s to take it away with all in it.")
  static func folderExists(name: String) -> Saying {
    error(
      "cmd.folder-exists", "A subdirectory or file {name} already exists.", .recalled, [name],
      source: "Widely seen; no source at hand", cause: "There is something of that name.",
      remedy: "Choose another name.")
  }
  static func errorWhileProcessing(name: String) -> Saying {
    error(
      "cmd.error-while-processing", "Error occurred while processing: {name}.", .recalled, [name],
      source: "Widely seen; no source at hand",
      cause: "One of several names could not be used; the line above says why.",
      remedy: "Correct that name.")
  }
  static func typeHeading(name: String) -> Saying {
    answer(
      "cmd.type-heading", "\n{name}\n\n", .recalled, [name],
      source: "Form of the heading of several files: two empty lines below the name")
  }
  static func deleteQuestion(path: String) -> Saying {
    answer(
      "cmd.delete-question", "{path}\\*, Are you sure (Y/N)? ", .recalled, [path],
      source: "Widely seen; no source at hand")
  }
  static func removeQuestion(path: String) -> Saying {
    answer(
      "cmd.remove-question", "{path}, Are you sure (Y/N)? ", .recalled, [path],
      source: "Widely seen; no source at hand")
  }
  static let inUse = error(
    "cmd.in-use", "The process cannot access the file because it is being used by another process.",
    .recalled, source: "Text of Windows error 32; no source at hand",
    cause: "The window's current folder is this one or lies below it.",
    remedy: "Change to another folder with cd first.")
  static let notEnoughStorage = error(
    "cmd.not-enough-storage", "Not enough storage is available to process this command.", .recalled,
    source:
      "Text of Windows error 8; the limit of 64 MiB, over the network 4 MiB, is the simulator's own",
    cause: "The command says more than 64 MiB, or 4 MiB over the network.",
    remedy: "Name fewer files at a time.")
}
