import Ledger

extension CertreqMessages {
  static func unknownArgument(argument: String) -> Saying {
    error(
      "certreq.unknown-argument", "Unknown argument: {argument}", .verbatim, [argument],
      source: "A public dump of Windows 11's certreq, behind the usage",
      cause: "The word starts with a dash or slash but is no option of certreq, "
        + "or it is one word too many.",
      remedy: "Compare with the usage; put values with blanks in quotation marks.")
  }
  static func missingArgument(option: String) -> Saying {
    error(
      "certreq.missing-argument", "Missing argument: {option}", .inferred, [option],
      source: "Bytes unknown; in the form of \"Unknown argument\"",
      cause: "The option at the end of the line has no value, or -retrieve no number.",
      remedy: "Write the value behind the option.")
  }
  static func otherVerb(verb: String) -> Saying {
    error(
      "certreq.other-verb", "CertReq -{verb} is not part of this simulation.", .inferred, [verb],
      source: "Not a line of the real program, which carries the command out",
      cause: "The lab needs certreq -submit and -retrieve only.",
      remedy: "Use certreq -submit.")
  }
}
