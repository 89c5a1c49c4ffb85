import Ledger
import SFTP

/// What psftp says about directories, here and there, and their listings.
enum DirectoryMessages {
  static let remoteDirectory = Message.answer(
    "psftp.remote-directory", "Remote directory is {folder}", .verbatim,
    source: "Captures; workstation.md 1.6")
  static let remoteDirectoryNow = Message.answer(
    "psftp.remote-directory-now", "Remote directory is now {folder}", .verbatim,
    source: "Captures; workstation.md 1.6")
  static let cannotEnter = Message.error(
    "psftp.cannot-enter", "Directory {folder}: {status}", .verbatim,
    source: "Capture B; workstation.md 1.6",
    cause: "There is no such directory; the appliance has only one, /.",
    remedy: "Stay in /.")
  static let localDirectory = Message.answer(
    "psftp.local-directory", "Current local directory is {folder}", .verbatim,
    source: "Captures; workstation.md 1.6")
  static let localDirectoryNow = Message.answer(
    "psftp.local-directory-now", "New local directory is {folder}", .verbatim,
    source: "Captures; workstation.md 1.6")
  static let cannotEnterLocal = Message.error(
    "psftp.cannot-enter-local", "lcd: unable to change directory: {reason}", .verbatim,
    source:
      "PuTTY source psftp.c of about 0.71; reasons are Windows messages 2, 3 and 267, INFERRED",
    cause: "There is no such folder on this computer, or it is a file.",
    remedy: "Look with !dir and correct the name.")
  static let listing = Message.answer(
    "psftp.listing", "Listing directory {folder}", .verbatim,
    source: "Captures; workstation.md 1.6")
  static let longName = Message.answer(
    "psftp.long-name", LongName.form, .verbatim,
    source: "Capture B (OpenSSH); workstation.md 1.6. That CMS lists in this form is INFERRED")
  static let cannotList = Message.error(
    "psftp.cannot-list", "Unable to open {folder}: {status}", .verbatim,
    source: "Capture B; workstation.md 1.6",
    cause: "There is no such directory, or it is a file.",
    remedy: "Give a wildcard to list some files, as in ls *.csr.")
  static let nothingMatched = Message.error(
    "psftp.nothing-matched", "{wildcard}: nothing matched", .verbatim,
    source: "Captures; workstation.md 1.6",
    cause: "No file has a name like that; on the appliance upper and lower case count.",
    remedy: "Look at ls, or !dir for files of this computer.")
  static let multipleLevels = Message.error(
    "psftp.multiple-levels", "Multiple-level wildcards are not supported", .verbatim,
    source: "PuTTY source psftp.c of about 0.71",
    cause: "There is a wildcard in front of a slash.", remedy: "Name the directory in full.")

  static let catalogue = [
    remoteDirectory, remoteDirectoryNow, cannotEnter, localDirectory, localDirectoryNow,
    cannotEnterLocal, listing, longName, cannotList, nothingMatched, multipleLevels,
  ]
}
