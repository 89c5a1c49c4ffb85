import Ledger

/// What psftp says about fetching and sending files.
enum TransferMessages: Catalogue {
  static let product = "psftp"

  static var sayings: [Saying] {
    downloaded
    uploaded
    pageUploaded
    openForRead
    openForWrite
    localUnable
    readError
    writeError
    regetFrom
    reputFrom
    cannotCreateLocal
    cannotCreateRemote
  }

  static func downloaded(remote: String, local: String) -> Saying {
    answer(
      "psftp.downloaded", "remote:{remote} => local:{local}", .verbatim, [remote, local],
      source: "Lab page, captures; workstation.md 1.2")
  }
  static func uploaded(local: String, remote: String) -> Saying {
    answer(
      "psftp.uploaded", "local:{local} => remote:{remote}", .verbatim, [local, remote],
      source: "Captures; workstation.md 1.2")
  }
  static func pageUploaded(local: String, remote: String) -> Saying {
    answer(
      "psftp.page-uploaded", "local:/{local} => remote:{remote}", .verbatim, [local, remote],
      source: "Lab page; no psftp prints the slash there (workstation.md 1.1)")
  }
  static func openForRead(file: String, status: String) -> Saying {
    error(
      "psftp.open-for-read", "{file}: open for read: {status}", .verbatim, [file, status],
      source: "Captures; workstation.md 1.6",
      cause:
        "The appliance has no file of that name; upper and lower case count, and a comma is part "
        + "of the name.", remedy: "Look at ls; fetch several files with mget.")
  }
  static func openForWrite(file: String, status: String) -> Saying {
    error(
      "psftp.open-for-write", "{file}: open for write: {status}", .verbatim, [file, status],
      source: "Capture B; workstation.md 1.6. Which names CMS refuses is INFERRED",
      cause: "The appliance does not take a file of that name (permission denied), has no such "
        + "directory, or is full (failure).",
      remedy: "Name it with letters, digits, dots, dashes and underscores: put <local> <remote>.")
  }
  static func localUnable(file: String) -> Saying {
    error(
      "psftp.local-unable", "local: unable to open {file}", .verbatim, [file],
      source: "Captures; workstation.md 1.6",
      cause: "There is no such file in the local directory, or it cannot be written there.",
      remedy: "Look at lpwd and !dir; lcd goes elsewhere.")
  }
  static func readError(status: String) -> Saying {
    error(
      "psftp.read-error", "error while reading: {status}", .verbatim, [status],
      source: "Capture B; workstation.md 1.6", cause: "What was fetched is a directory.",
      remedy: "Fetch files.")
  }
  static func writeError(status: String) -> Saying {
    error(
      "psftp.write-error", "error while writing: {status}", .verbatim, [status],
      source: "PuTTY source psftp.c of about 0.71; that CMS answers so when full is INFERRED",
      cause: "The file is larger than the appliance has room for.", remedy: "Delete files with del."
    )
  }
  static func regetFrom(position: String) -> Saying {
    answer(
      "psftp.reget-from", "reget: restarting at file position {position}", .verbatim, [position],
      source: "PuTTY source psftp.c of about 0.71")
  }
  static func reputFrom(position: String) -> Saying {
    answer(
      "psftp.reput-from", "reput: restarting at file position {position}", .verbatim, [position],
      source: "PuTTY source psftp.c of about 0.71")
  }
  static func cannotCreateLocal(folder: String) -> Saying {
    error(
      "psftp.cannot-create-local", "{folder}: Cannot create directory", .verbatim, [folder],
      source: "PuTTY source psftp.c of about 0.71",
      cause: "get -r fetches a directory into a folder, and there is none of that name.",
      remedy: "Make it with !mkdir, or fetch the files with mget *.")
  }
  static func cannotCreateRemote(folder: String, status: String) -> Saying {
    error(
      "psftp.cannot-create-remote", "{folder}: create directory: {status}", .verbatim,
      [folder, status], source: "PuTTY source psftp.c of about 0.71",
      cause: "put -r sends a folder, and the appliance keeps no directories.",
      remedy: "Go there with lcd and send the files with mput *.")
  }
}
