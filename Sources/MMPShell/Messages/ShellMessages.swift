import Ledger

extension MMPMessages {
  static let unknownCommand = error(
    "shell.unknown-command", "Unknown command", .recalled,
    source: "shell.md 4 (low): either these words or the usage of the nearest family",
    cause: "The line names no command of this release.",
    remedy: "Type help for the list; commands are lower case.")
  static let permissionDenied = error(
    "shell.permission-denied", "Permission denied", .inferred,
    source: "Bytes unknown (shell.md 4 and 11); plainest words, beside the audit line's "
      + "\"permission granted\" (shell.md 8)",
    cause: "The user's role does not include the command: crypto has pki, audit only the log.",
    remedy: "Log in as a user with the role admin; help lists what the present one may use.")
  static let incompleteCommand = error(
    "shell.incomplete-command", "Incomplete command", .inferred,
    source: "Bytes unknown (shell.md 4); plainest words beside \"Unknown command\"",
    cause: "A word the command needs is missing.",
    remedy: "Compare with the usage printed below the message.")
  static let tooManyArguments = error(
    "shell.too-many-arguments", "Too many arguments", .inferred,
    source: "Bytes unknown (shell.md 4); plainest words beside \"Unknown command\"",
    cause:
      "There are more words on the line than the command takes, often because of a stray blank.",
    remedy: "Remove the extra words, or put a value with blanks in double quotation marks.")
  static let invalidArgument = error(
    "shell.invalid-argument", "Invalid argument", .verbatim,
    source:
      "Lab page (words in prose); pki.md 3. That it also answers other bad values is INFERRED",
    cause: "A value cannot be used: a blank after a comma, an empty or repeated attribute, "
      + "a character that does not belong there, an open quotation mark.",
    remedy: "Write attributes as NAME:value and the subjectAltName list without blanks.")
  static func usage(usage: String) -> Saying {
    answer(
      "shell.usage", "Usage: {usage}", .inferred, [usage],
      source: "RECALLED that help prints usage lines (shell.md 5), form UNKNOWN; "
        + "syntax of pki csr from TAC 214618")
  }
  static func helpEntry(command: String, summary: String) -> Saying {
    answer(
      "shell.help-entry", "{command}  {summary}", .inferred, [command, summary],
      source: "RECALLED that help lists commands (shell.md 5), form UNKNOWN")
  }
  static let rebootRequired = answer(
    "hostname.reboot-required", "A reboot is required for the change to take effect", .verbatim,
    source: "\"CMS Deployment\" note; shell.md 1")
  static func hostnameIs(hostname: String) -> Saying {
    answer(
      "hostname.is", "{hostname}", .recalled, [hostname], source: "services.md 6: bare hostname")
  }
  static func versionIs(release: String) -> Saying {
    answer(
      "version.is", "{release}.0", .recalled, [release],
      source: "services.md 6: just the release string, e.g. 2.9.0")
  }
  static func dateIs(date: String) -> Saying {
    answer(
      "date.is", "{date}", .inferred, [date],
      source: "RECALLED command (services.md 6), form UNKNOWN; that of date on Linux")
  }
}
