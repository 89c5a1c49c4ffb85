import Ledger

/// What psftp says at its prompt and around it, file transfers apart.
enum PSFTPMessages: Catalogue {
  static let product = "psftp"

  static var sayings: [Saying] {
    prompt
    workingDirectory
    pageConnected
    noHost
    notConnected
    alreadyConnected
    openNoHost
    openBadPort
    unknownCommand
    quit
    expectsFilename
    expectsDirectory
    expectsLocalDirectory
    expectsTwoFilenames
    expectsMode
    unrecognisedOption
    noBatchFile
  }

  static let prompt = answer(
    "psftp.prompt", "psftp> ", .verbatim, source: "Lab page, captures; workstation.md 1.2")
  static func workingDirectory(folder: String) -> Saying {
    answer(
      "psftp.working-directory", "Remote working directory is {folder}", .verbatim, [folder],
      source: "Lab page, captures; workstation.md 1.2")
  }
  static func pageConnected(host: String) -> Saying {
    answer(
      "psftp.page-connected", "Connected to {host}.", .verbatim, [host],
      source: "Lab page; no psftp prints it (workstation.md 1.1)")
  }
  static let noHost = answer(
    "psftp.no-host", "psftp: no hostname specified; use \"open host.name\" to connect", .verbatim,
    source: "Capture A; workstation.md 1.2")
  static let notConnected = error(
    "psftp.not-connected", "psftp: not connected to a host; use \"open host.name\"", .verbatim,
    source: "Capture A; workstation.md 1.2",
    cause: "psftp was started without a host, or the connection was closed.",
    remedy: "Type open admin@<host>.")
  static let alreadyConnected = error(
    "psftp.already-connected", "psftp: already connected", .verbatim,
    source: "Capture A; workstation.md 1.2", cause: "One psftp holds one connection.",
    remedy: "Type close first.")
  static let openNoHost = error(
    "psftp.open-no-host", "open: expects a host name", .verbatim,
    source: "Capture A; workstation.md 1.2", cause: "open was typed alone.",
    remedy: "Type open admin@<host>.")
  static let openBadPort = error(
    "psftp.open-bad-port", "open: invalid port number", .verbatim,
    source: "PuTTY source psftp.c of about 0.71", cause: "The word behind the host is no number.",
    remedy: "Leave it out: SFTP is at port 22.")
  static func unknownCommand(word: String) -> Saying {
    error(
      "psftp.unknown-command", "psftp: unknown command \"{word}\"", .verbatim, [word],
      source: "Capture A; workstation.md 1.3",
      cause:
        "There is no such command; commands are lower case. Those of the command window and of "
        + "the appliance are not understood here.", remedy: "Type help for the list, exit to leave."
    )
  }
  static let quit = answer(
    "psftp.quit", "quit", .verbatim, source: "Capture A; workstation.md 1.4: input has ended")
  static func expectsFilename(command: String) -> Saying {
    error(
      "psftp.expects-filename", "{command}: expects a filename", .verbatim, [command],
      source:
        "Captures, workstation.md 1.6; for mget and its like PuTTY source psftp.c of about 0.71",
      cause: "The command was typed alone.", remedy: "Name a file behind it.")
  }
  static func expectsDirectory(command: String) -> Saying {
    error(
      "psftp.expects-directory", "{command}: expects a directory", .verbatim, [command],
      source: "PuTTY source psftp.c of about 0.71", cause: "The command was typed alone.",
      remedy: "Name a directory behind it.")
  }
  static let expectsLocalDirectory = error(
    "psftp.expects-local-directory", "lcd: expects a local directory name", .verbatim,
    source: "Captures; workstation.md 1.6", cause: "lcd was typed alone.",
    remedy: "Name a folder behind it; lpwd shows the present one.")
  static let expectsTwoFilenames = error(
    "psftp.expects-two-filenames", "mv: expects two filenames", .verbatim,
    source: "Captures; workstation.md 1.6", cause: "A new name is missing.",
    remedy: "Give the old name and the new one.")
  static let expectsMode = error(
    "psftp.expects-mode", "chmod: expects a mode specifier and a filename", .verbatim,
    source: "PuTTY source psftp.c of about 0.71", cause: "A word is missing.",
    remedy: "Type, for example, chmod 600 cms1a.key.")
  static func unrecognisedOption(command: String, option: String) -> Saying {
    error(
      "psftp.unrecognised-option", "{command}: unrecognised option '{option}'", .verbatim,
      [command, option], source: "Capture A; workstation.md 1.6",
      cause: "A word starts with a dash, and the only option is -r.",
      remedy: "Put -- in front of a file name that starts with a dash.")
  }

  static func noBatchFile(file: String) -> Saying {
    error(
      "psftp.no-batch-file", "Fatal: unable to open {file}", .verbatim, [file],
      source: "Capture A; workstation.md 1.7", cause: "The file named behind -b is not there.",
      remedy: "Correct the name; see dir.")
  }
}
