import Ledger
import SFTP

/// What psftp says about directories, here and there, and their listings.
enum DirectoryMessages: Catalogue {
  static let product = "psftp"

  static var sayings: [Saying] {
    remoteDirectory
    remoteDirectoryNow
    cannotEnter
    localDirectory
    localDirectoryNow
    cannotEnterLocal
    listing
    longName
    cannotList
    nothingMatched
    multipleLevels
  }

  static func remoteDirectory(folder: String) -> Saying {
    answer(
      "psftp.remote-directory", "Remote directory is {folder}", .verbatim, [folder],
      source: "Captures; workstation.md 1.6")
  }
  static func remoteDirectoryNow(folder: String) -> Saying {
    answer(
      "psftp.remote-directory-now", "Remote directory is now {folder}", .verbatim, [folder],
      source: "Captures; workstation.md 1.6")
  }
  static func cannotEnter(folder: String, status: String) -> Saying {
    error(
      "psftp.cannot-enter", "Directory {folder}: {status}", .verbatim, [folder, status],
      source: "Capture B; workstation.md 1.6",
      cause: "There is no such directory; the appliance has only one, /.", remedy: "Stay in /.")
  }
  static func localDirectory(folder: String) -> Saying {
    answer(
      "psftp.local-directory", "Current local directory is {folder}", .verbatim, [folder],
      source: "Captures; workstation.md 1.6")
  }
  static func localDirectoryNow(folder: String) -> Saying {
    answer(
      "psftp.local-directory-now", "New local directory is {folder}", .verbatim, [folder],
      source: "Captures; workstation.md 1.6")
  }
  static func cannotEnterLocal(reason: String) -> Saying {
    error(
      "psftp.cannot-enter-local", "lcd: unable to change directory: {reason}", .verbatim, [reason],
      source:
        "PuTTY source psftp.c of about 0.71; reasons are Windows messages 2, 3 and 267, INFERRED",
      cause: "There is no such folder on this computer, or it is a file.",
      remedy: "Look with !dir and correct the name.")
  }
  static func listing(folder: String) -> Saying {
    answer(
      "psftp.listing", "Listing directory {folder}", .verbatim, [folder],
      source: "Captures; workstation.md 1.6")
  }
  static func longName(
    mode: String, links: String, size: String, time: String, name: String
  ) -> Saying {
    answer(
      "psftp.long-name", LongName.form, .verbatim, [mode, links, size, time, name],
      source: "Capture B (OpenSSH); workstation.md 1.6. That CMS lists in this form is INFERRED")
  }
  static func cannotList(folder: String, status: String) -> Saying {
    error(
      "psftp.cannot-list", "Unable to open {folder}: {status}", .verbatim, [folder, status],
      source: "Capture B; workstation.md 1.6",
      cause: "There is no such directory, or it is a file.",
      remedy: "Give a wildcard to list some files, as in ls *.csr.")
  }
  static func nothingMatched(wildcard: String) -> Saying {
    error(
      "psftp.nothing-matched", "{wildcard}: nothing matched", .verbatim, [wildcard],
      source: "Captures; workstation.md 1.6",
      cause: "No file has a name like that; on the appliance upper and lower case count.",
      remedy: "Look at ls, or !dir for files of this computer.")
  }
  static let multipleLevels = error(
    "psftp.multiple-levels", "Multiple-level wildcards are not supported", .verbatim,
    source: "PuTTY source psftp.c of about 0.71", cause: "There is a wildcard in front of a slash.",
    remedy: "Name the directory in full.")
}
