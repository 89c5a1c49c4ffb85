import Ledger

extension Message {
  static let wgetUnrecognized = error(
    "wget.unrecognized-option", "{name}: unrecognized option '{option}'", .verbatim,
    source: wgetCapture, cause: "wget has no such option.", remedy: "See wget --help.")
  static let wgetInvalidLetter = error(
    "wget.invalid-option", "{name}: invalid option -- '{letter}'", .verbatim,
    source: wgetCapture, cause: "wget has no option of that letter; upper and lower case count.",
    remedy: "See wget --help.")
  static let wgetIllegalLetter = error(
    "wget.illegal-option", "{name}: illegal option -- `-n{letter}'", .verbatim,
    source: wgetCapture, cause: "After -n only certain letters make sense.",
    remedy: "Write -nv or -nc.")
  static let wgetLongNeedsArgument = error(
    "wget.option-requires-argument", "{name}: option '{option}' requires an argument", .verbatim,
    source: wgetCapture, cause: "The option's value is missing.", remedy: "Write it behind it.")
  static let wgetLetterNeedsArgument = error(
    "wget.letter-requires-argument", "{name}: option requires an argument -- '{letter}'",
    .verbatim, source: wgetCapture, cause: "The option's value is missing.",
    remedy: "Write it behind it.")
  static let wgetAmbiguous = error(
    "wget.ambiguous-option", "{name}: option '{option}' is ambiguous; possibilities: {options}",
    .verbatim, source: "\(wgetCapture); the real list is longer, as there are more options",
    cause: "Several options start like that.", remedy: "Write the option out.")
  static let wgetNotSimulated = error(
    "wget.not-simulated", "{name}: option '{option}' is not part of this simulation", .inferred,
    source: "Not a line of the real program, which does what the option says",
    cause: "The lab needs plain downloads only.", remedy: "Leave the option out.")
  static let wgetMissingURL = error(
    "wget.missing-url", "{name}: missing URL", .verbatim, source: wgetCapture,
    cause: "No address was given.",
    remedy: "Type wget http://10.0.224.140/certificates/cmslab-root-ca.cer")
  static let wgetURLProblem = error(
    "wget.url-problem", "{url}: {problem}.", .verbatim, source: wgetCapture,
    cause: "The address cannot be read.", remedy: "Correct it.")
  static let wgetUnsupportedScheme = error(
    "wget.unsupported-scheme", "Unsupported scheme '{scheme}'", .verbatim,
    source: "\(wgetCapture). That ftp gets it too is a limit of this simulation",
    cause: "The address does not start with http://.", remedy: "Use http://.")
  static let wgetNoHTTPS = error(
    "wget.no-https", "HTTPS support not compiled in", .recalled,
    source: "wget's words in a build without TLS; whether PC1's has it is UNKNOWN",
    cause: "This wget speaks no TLS.", remedy: "Use http://, as the lab page does.")
  static let wgetInvalidHost = error(
    "wget.invalid-host", "Invalid host name", .verbatim, source: wgetCapture,
    cause: "There is no host in the address.", remedy: "Write http://HOST/PATH.")
  static let wgetBadPort = error(
    "wget.bad-port", "Bad port number", .verbatim, source: wgetCapture,
    cause: "What follows the host's colon is no number up to 65535.", remedy: "Leave it out.")
  static let wgetOpenBracket = error(
    "wget.open-bracket", "Unterminated IPv6 numeric address", .verbatim, source: wgetCapture,
    cause: "The bracket around an IPv6 address is not closed.", remedy: "Close it.")
  static let wgetNoAddress = error(
    "wget.no-address", "failed: Name or service not known.", .verbatim, source: wgetCapture,
    cause: "The domain has no host of that name.", remedy: "Check the spelling.")
  static let wgetUnresolved = error(
    "wget.unresolved", "{name}: unable to resolve host address '{host}'", .verbatim,
    source: wgetCapture, cause: "The domain has no host of that name.",
    remedy: "Check the spelling.")
  static let wgetRefused = error(
    "wget.refused", "failed: Connection refused.", .verbatim, source: wgetCapture,
    cause: "The host is there, but nothing listens at that port.", remedy: "Leave the port out.")
  static let wgetUnreachable = error(
    "wget.unreachable", "failed: Network is unreachable.", .verbatim,
    source: "workstation.md 4; that every address outside the lab gets it is INFERRED",
    cause: "There is no such address in the lab.", remedy: "Check the address.")
  static let wgetErrorURL = error(
    "wget.error-url", "{url}:", .verbatim, source: "\(wgetCapture), -nv in front of an error",
    cause: "The error below concerns this address.", remedy: "Correct it.")
  static let wgetError = error(
    "wget.error", "{time} ERROR {status}: {reason}.", .verbatim, source: "G34, \(wgetCapture)",
    cause: "The server has no such file: a typing error, or the full stop that ends the lab "
      + "page's sentence.",
    remedy: "Type the address without the full stop.")
  static let wgetCannotOpen = error(
    "wget.cannot-open", "{file}: {reason}", .verbatim,
    source: "\(wgetCapture), for a missing folder; other reasons are the C library's words",
    cause: "The file cannot be written there.", remedy: "Check folder and name.")
  static let wgetCannotWrite = error(
    "wget.cannot-write", "Cannot write to '{file}' ({reason}).", .recalled,
    source: "wget's words behind the line above when the name comes from the address",
    cause: "The file cannot be written there.", remedy: "Choose a name with -O.")
}
