import Ledger

extension WgetMessages {
  static func unrecognized(name: String, option: String) -> Saying {
    error(
      "wget.unrecognized-option", "{name}: unrecognized option '{option}'", .verbatim,
      [name, option], source: wgetCapture, cause: "wget has no such option.",
      remedy: "See wget --help.")
  }
  static func invalidLetter(name: String, letter: String) -> Saying {
    error(
      "wget.invalid-option", "{name}: invalid option -- '{letter}'", .verbatim, [name, letter],
      source: wgetCapture, cause: "wget has no option of that letter; upper and lower case count.",
      remedy: "See wget --help.")
  }
  static func illegalLetter(name: String, letter: String) -> Saying {
    error(
      "wget.illegal-option", "{name}: illegal option -- `-n{letter}'", .verbatim, [name, letter],
      source: wgetCapture, cause: "After -n only certain letters make sense.",
      remedy: "Write -nv or -nc.")
  }
  static func longNeedsArgument(name: String, option: String) -> Saying {
    error(
      "wget.option-requires-argument", "{name}: option '{option}' requires an argument",
      .verbatim, [name, option], source: wgetCapture, cause: "The option's value is missing.",
      remedy: "Write it behind it.")
  }
  static func letterNeedsArgument(name: String, letter: String) -> Saying {
    error(
      "wget.letter-requires-argument", "{name}: option requires an argument -- '{letter}'",
      .verbatim, [name, letter], source: wgetCapture, cause: "The option's value is missing.",
      remedy: "Write it behind it.")
  }
  static func ambiguous(name: String, option: String, options: String) -> Saying {
    error(
      "wget.ambiguous-option", "{name}: option '{option}' is ambiguous; possibilities: {options}",
      .verbatim, [name, option, options],
      source: "\(wgetCapture); the real list is longer, as there are more options",
      cause: "Several options start like that.", remedy: "Write the option out.")
  }
  static func notSimulated(name: String, option: String) -> Saying {
    error(
      "wget.not-simulated", "{name}: option '{option}' is not part of this simulation",
      .inferred, [name, option],
      source: "Not a line of the real program, which does what the option says",
      cause: "The lab needs plain downloads only.", remedy: "Leave the option out.")
  }
  static func missingURL(name: String) -> Saying {
    error(
      "wget.missing-url", "{name}: missing URL", .verbatim, [name], source: wgetCapture,
      cause: "No address was given.",
      remedy: "Type wget http://10.0.224.140/certificates/cmslab-root-ca.cer")
  }
  static func urlProblem(url: String, problem: String) -> Saying {
    error(
      "wget.url-problem", "{url}: {problem}.", .verbatim, [url, problem], source: wgetCapture,
      cause: "wget takes no such address; it names the reason itself.", remedy: "Correct it.")
  }
  static func unsupportedScheme(scheme: String) -> Saying {
    error(
      "wget.unsupported-scheme", "Unsupported scheme '{scheme}'", .verbatim, [scheme],
      source: "\(wgetCapture). That ftp gets it too is a limit of this simulation",
      cause: "The address does not start with http://.", remedy: "Use http://.")
  }
  static let noHTTPS = error(
    "wget.no-https", "HTTPS support not compiled in", .recalled,
    source: "wget's words in a build without TLS; whether PC1's has it is UNKNOWN",
    cause: "This wget speaks no TLS.", remedy: "Use http://, as the lab page does.")
  static let invalidHost = error(
    "wget.invalid-host", "Invalid host name", .verbatim, source: wgetCapture,
    cause: "There is no host in the address.", remedy: "Write http://HOST/PATH.")
  static let badPort = error(
    "wget.bad-port", "Bad port number", .verbatim, source: wgetCapture,
    cause: "What follows the host's colon is no number up to 65535.", remedy: "Leave it out.")
  static let openBracket = error(
    "wget.open-bracket", "Unterminated IPv6 numeric address", .verbatim, source: wgetCapture,
    cause: "The bracket around an IPv6 address is not closed.", remedy: "Close it.")
  static let noAddress = error(
    "wget.no-address", "failed: Name or service not known.", .verbatim, source: wgetCapture,
    cause: "The domain has no host of that name.", remedy: "Check the spelling.")
  static func unresolved(name: String, host: String) -> Saying {
    error(
      "wget.unresolved", "{name}: unable to resolve host address '{host}'", .verbatim,
      [name, host],
      source: wgetCapture, cause: "The domain has no host of that name.",
      remedy: "Check the spelling.")
  }
  static let refused = error(
    "wget.refused", "failed: Connection refused.", .verbatim, source: wgetCapture,
    cause: "The host is there, but nothing listens at that port.", remedy: "Leave the port out.")
  static let unreachable = error(
    "wget.unreachable", "failed: Network is unreachable.", .verbatim,
    source: "workstation.md 4; that every address outside the lab gets it is INFERRED",
    cause: "There is no such address in the lab.", remedy: "Check the address.")
  static func errorURL(url: String) -> Saying {
    error(
      "wget.error-url", "{url}:", .verbatim, [url],
      source: "\(wgetCapture), -nv in front of an error",
      cause: "The error below concerns this address.", remedy: "Correct it.")
  }
  static func serverError(time: String, status: String, reason: String) -> Saying {
    error(
      "wget.error", "{time} ERROR {status}: {reason}.", .verbatim, [time, status, reason],
      source: "G34, \(wgetCapture)",
      cause: "The server has no such file: a typing error, or the full stop that ends the lab "
        + "page's sentence.", remedy: "Type the address without the full stop.")
  }
  static func cannotOpen(file: String, reason: String) -> Saying {
    error(
      "wget.cannot-open", "{file}: {reason}", .verbatim, [file, reason],
      source: "\(wgetCapture), for a missing folder; other reasons are the C library's words",
      cause: "The file cannot be written there.", remedy: "Check folder and name.")
  }
  static func cannotWrite(file: String, reason: String) -> Saying {
    error(
      "wget.cannot-write", "Cannot write to '{file}' ({reason}).", .recalled, [file, reason],
      source: "wget's words behind the line above when the name comes from the address",
      cause: "The file cannot be written there.", remedy: "Choose a name with -O.")
  }
}
