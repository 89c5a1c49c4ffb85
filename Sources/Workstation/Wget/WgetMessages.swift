package import Ledger

/// What wget says in the course of success: 1.21.3 in the C locale (workstation.md 4).
extension Message {
  /// Everything wget says.
  package static let wgetCatalogue: [Message] = [
    wgetStart, wgetResolving, wgetResolved, wgetConnecting, wgetConnectingByName, wgetConnected,
    wgetRequest, wgetLength, wgetShortLength, wgetSaving, wgetBar, wgetEmptyBar, wgetSaved,
    wgetWritten, wgetBrief, wgetFinished, wgetTime, wgetTotal, wgetAlreadyThere, wgetVersion,
    wgetUsage, wgetHelp,
    wgetUnrecognized, wgetInvalidLetter, wgetIllegalLetter, wgetLongNeedsArgument,
    wgetLetterNeedsArgument, wgetAmbiguous, wgetNotSimulated, wgetMissingURL, wgetTry,
    wgetURLProblem, wgetUnsupportedScheme, wgetNoHTTPS, wgetInvalidHost, wgetBadPort,
    wgetOpenBracket, wgetNoAddress, wgetUnresolved, wgetRefused, wgetUnreachable, wgetErrorURL,
    wgetError, wgetCannotOpen, wgetCannotWrite,
  ]

  static let wgetStart = answer("wget.start", "--{time}--  {url}", .verbatim, source: wgetCapture)
  static let wgetResolving = answer(
    "wget.resolving", "Resolving {host} ({host})... ", .verbatim, source: wgetCapture)
  static let wgetResolved = answer(
    "wget.resolved", "Resolving {host} ({host})... {address}", .verbatim, source: wgetCapture)
  static let wgetConnecting = answer(
    "wget.connecting", "Connecting to {host}:{port}... ", .verbatim, source: wgetCapture)
  static let wgetConnectingByName = answer(
    "wget.connecting-by-name", "Connecting to {host} ({host})|{address}|:{port}... ", .verbatim,
    source: wgetCapture)
  static let wgetConnected = answer(
    "wget.connected", "connected.", .verbatim, source: wgetCapture)
  static let wgetRequest = answer(
    "wget.request", "HTTP request sent, awaiting response... {status} {reason}", .verbatim,
    source: wgetCapture)
  static let wgetLength = answer(
    "wget.length", "Length: {bytes} ({size}) [{type}]", .verbatim, source: wgetCapture)
  static let wgetShortLength = answer(
    "wget.short-length", "Length: {bytes} [{type}]", .verbatim,
    source: "\(wgetCapture); below 1024 bytes")
  static let wgetSaving = answer(
    "wget.saving", "Saving to: '{file}'", .verbatim, source: wgetCapture)
  static let wgetBar = answer(
    "wget.bar", "{file}100%[===================>]{size}  --.-KB/s    in 0s      ", .verbatim,
    source: "\(wgetCapture), 80 columns. The line as the screen finally shows it: what wget "
      + "draws before is drawn over. That a download takes no time is INFERRED")
  static let wgetEmptyBar = answer(
    "wget.empty-bar", "{file}    [ <=>                ]       0  --.-KB/s    in 0s      ",
    .verbatim, source: "\(wgetCapture), an empty file")
  static let wgetSaved = answer(
    "wget.saved", "{time} ({speed}) - '{file}' saved [{bytes}/{bytes}]", .verbatim,
    source: "\(wgetCapture); the speed is always that of the capture")
  static let wgetWritten = answer(
    "wget.written", "{time} ({speed}) - written to stdout [{bytes}/{bytes}]", .verbatim,
    source: wgetCapture)
  static let wgetBrief = answer(
    "wget.brief", "{time} URL:{url} [{bytes}/{bytes}] -> \"{file}\" [1]", .verbatim,
    source: wgetCapture)
  static let wgetFinished = answer(
    "wget.finished", "FINISHED --{time}--", .verbatim, source: wgetCapture)
  static let wgetTime = answer(
    "wget.time", "Total wall clock time: 0s", .verbatim, source: wgetCapture)
  static let wgetTotal = answer(
    "wget.total", "Downloaded: {count} files, {size} in 0s ({speed})", .verbatim,
    source: wgetCapture)
  static let wgetAlreadyThere = answer(
    "wget.already-there", "File '{file}' already there; not retrieving.", .verbatim,
    source: wgetCapture)
  static let wgetUsage = answer(
    "wget.usage", "Usage: {name} [OPTION]... [URL]...", .verbatim,
    source: "\(wgetCapture). Which spelling of its name wget repeats is INFERRED: as typed")
  static let wgetTry = answer(
    "wget.try", "Try `{name} --help' for more options.", .verbatim, source: wgetCapture)

  static let wgetCapture = "wget capture; workstation.md 4"
}
