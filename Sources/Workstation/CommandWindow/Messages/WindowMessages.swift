import Ledger

extension CmdMessages {
  static func unknownCommand(name: String) -> Saying {
    error(
      "cmd.unknown-command",
      "'{name}' is not recognized as an internal or external command,\n"
        + "operable program or batch file.", .verbatim, [name], source: "workstation.md 3.1, G22",
      cause: "The line does not start with a command or program of this PC.",
      remedy: "Correct the name; MMP commands such as pki belong to the appliance's console.")
  }
  static let syntaxIncorrect = error(
    "cmd.syntax", "The syntax of the command is incorrect.", .verbatim,
    source: "workstation.md 3.1, G22 and G25",
    cause: "A name is missing, or there are more than the command takes.",
    remedy: "Put names with blanks in double quotation marks; join sources of copy with +.")
  static func unexpected(sign: String) -> Saying {
    error(
      "cmd.unexpected", "{sign} was unexpected at this time.", .recalled, [sign],
      source: "Widely seen; no source at hand",
      cause: "A sign such as | or & stands where a command or name should.",
      remedy: "Remove it, or write ^ before it to take its meaning.")
  }
  static let lineTooLong = error(
    "cmd.line-too-long", "The input line is too long.", .recalled,
    source: "Microsoft states the limit of 8191 characters; words widely seen",
    cause: "The line has more than 8191 characters.", remedy: "Split it.")
  static let more = answer(
    "cmd.more", "More? ", .paraphrased, source: "Wine tests, programs/cmd (a line that ends in ^)")
  static func invalidSwitch(`switch`: String) -> Saying {
    error(
      "cmd.invalid-switch", "Invalid switch - \"{switch}\".", .verbatim, [`switch`],
      source: "workstation.md 3.1, G25", cause: "The command does not know this switch.",
      remedy: "Leave it out. Paths have backslashes; a slash starts a switch.")
  }
  static let errorInVariable = error(
    "cmd.variable-error", "(Error occurred in environment variable)", .paraphrased,
    source: "Public tables of cmd's messages (MSG_ERROR_IN_DIRCMD); that nothing is listed then: a "
      + "Microsoft article on DIRCMD of MS-DOS 6.22",
    cause: "DIRCMD holds a switch that dir does not know; the line above names it.",
    remedy: "Correct it, or type set DIRCMD= to take it away.")
  static let versionIs = answer(
    "cmd.version", "\nMicrosoft Windows [Version 10.0.17763.1821]", .verbatim,
    source: "workstation.md 3.1, G19 (the banner; that ver prints the same line is RECALLED)")
  static let helpHint = answer(
    "cmd.help", "For more information on a specific command, type HELP command-name", .recalled,
    source: "Widely seen; no source at hand")
  static func helpEntry(command: String, summary: String) -> Saying {
    answer(
      "cmd.help-entry", "{command}{summary}", .inferred, [command, summary],
      source: "RECALLED form; the window lists the commands it has, in words of its own")
  }
  static func helpUnknown(name: String) -> Saying {
    error(
      "cmd.help-unknown", "This command is not supported by the help utility.  Try \"{name} /?\".",
      .recalled, [name], source: "Widely seen; no source at hand",
      cause: "help knows the commands of the window only.", remedy: "Type help for the list.")
  }
  static func echoState(state: String) -> Saying {
    answer(
      "cmd.echo-state", "ECHO is {state}.", .paraphrased, [state],
      source: "Wine tests, programs/cmd")
  }
  static func variableNotDefined(name: String) -> Saying {
    error(
      "cmd.set-undefined", "Environment variable {name} not defined", .paraphrased, [name],
      source: "Wine tests, programs/cmd", cause: "No variable starts with that name.",
      remedy: "Type set for the list.")
  }
  static let noRoomForVariable = error(
    "cmd.set-full", "Not enough storage is available to process this command.", .recalled,
    source: "Text of Windows error 8; that set gives it is INFERRED",
    cause: "The variables take more than 32,767 characters.", remedy: "Clear some with set NAME=.")
  static let pressKey = answer(
    "cmd.pause", "Press any key to continue . . . ", .recalled,
    source: "Widely seen; no source at hand")
}
