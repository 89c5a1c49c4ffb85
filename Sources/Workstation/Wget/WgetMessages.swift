package import Ledger

/// What wget says in the course of success: 1.21.3 in the C locale (workstation.md 4).
package enum WgetMessages: Catalogue {
  package static let product = "wget"

  /// Everything wget says.
  package static var sayings: [Saying] {
    start
    resolving
    resolved
    connecting
    connectingByName
    connected
    request
    length
    shortLength
    saving
    bar
    emptyBar
    saved
    written
    brief
    finished
    time
    total
    alreadyThere
    version
    usage
    help
    unrecognized
    invalidLetter
    illegalLetter
    longNeedsArgument
    letterNeedsArgument
    ambiguous
    notSimulated
    missingURL
    hint
    urlProblem
    unsupportedScheme
    noHTTPS
    invalidHost
    badPort
    openBracket
    noAddress
    unresolved
    refused
    unreachable
    errorURL
    serverError
    cannotOpen
    cannotWrite
  }

  static func start(time: String, url: String) -> Saying {
    answer(
      "wget.start", "--{time}--  {url}", .verbatim, [time, url], source: wgetCapture)
  }
  static func resolving(host: String) -> Saying {
    answer(
      "wget.resolving", "Resolving {host} ({host})... ", .verbatim, [host], source: wgetCapture)
  }
  static func resolved(host: String, address: String) -> Saying {
    answer(
      "wget.resolved", "Resolving {host} ({host})... {address}", .verbatim, [host, address],
      source: wgetCapture)
  }
  static func connecting(host: String, port: String) -> Saying {
    answer(
      "wget.connecting", "Connecting to {host}:{port}... ", .verbatim, [host, port],
      source: wgetCapture)
  }
  static func connectingByName(host: String, address: String, port: String) -> Saying {
    answer(
      "wget.connecting-by-name", "Connecting to {host} ({host})|{address}|:{port}... ", .verbatim,
      [host, address, port], source: wgetCapture)
  }
  static let connected = answer(
    "wget.connected", "connected.", .verbatim, source: wgetCapture)
  static func request(status: String, reason: String) -> Saying {
    answer(
      "wget.request", "HTTP request sent, awaiting response... {status} {reason}", .verbatim,
      [status, reason], source: wgetCapture)
  }
  static func length(bytes: String, size: String, type: String) -> Saying {
    answer(
      "wget.length", "Length: {bytes} ({size}) [{type}]", .verbatim, [bytes, size, type],
      source: wgetCapture)
  }
  static func shortLength(bytes: String, type: String) -> Saying {
    answer(
      "wget.short-length", "Length: {bytes} [{type}]", .verbatim, [bytes, type],
      source: "\(wgetCapture); below 1024 bytes")
  }
  static func saving(file: String) -> Saying {
    answer(
      "wget.saving", "Saving to: '{file}'", .verbatim, [file], source: wgetCapture)
  }
  static func bar(file: String, size: String) -> Saying {
    answer(
      "wget.bar", "{file}100%[===================>]{size}  --.-KB/s    in 0s      ", .verbatim,
      [file, size],
      source: "\(wgetCapture), 80 columns. The line as the screen finally shows it: what wget "
        + "draws before is drawn over. That a download takes no time is INFERRED")
  }
  static func emptyBar(file: String) -> Saying {
    answer(
      "wget.empty-bar", "{file}    [ <=>                ]       0  --.-KB/s    in 0s      ",
      .verbatim, [file], source: "\(wgetCapture), an empty file")
  }
  static func saved(time: String, speed: String, file: String, bytes: String) -> Saying {
    answer(
      "wget.saved", "{time} ({speed}) - '{file}' saved [{bytes}/{bytes}]", .verbatim,
      [time, speed, file, bytes], source: "\(wgetCapture); the speed is always that of the capture")
  }
  static func written(time: String, speed: String, bytes: String) -> Saying {
    answer(
      "wget.written", "{time} ({speed}) - written to stdout [{bytes}/{bytes}]", .verbatim,
      [time, speed, bytes], source: wgetCapture)
  }
  static func brief(time: String, url: String, bytes: String, file: String) -> Saying {
    answer(
      "wget.brief", "{time} URL:{url} [{bytes}/{bytes}] -> \"{file}\" [1]", .verbatim,
      [time, url, bytes, file], source: wgetCapture)
  }
  static func finished(time: String) -> Saying {
    answer(
      "wget.finished", "FINISHED --{time}--", .verbatim, [time], source: wgetCapture)
  }
  static let time = answer(
    "wget.time", "Total wall clock time: 0s", .verbatim, source: wgetCapture)
  static func total(count: String, size: String, speed: String) -> Saying {
    answer(
      "wget.total", "Downloaded: {count} files, {size} in 0s ({speed})", .verbatim,
      [count, size, speed], source: wgetCapture)
  }
  static func alreadyThere(file: String) -> Saying {
    answer(
      "wget.already-there", "File '{file}' already there; not retrieving.", .verbatim, [file],
      source: wgetCapture)
  }
  static func usage(name: String) -> Saying {
    answer(
      "wget.usage", "Usage: {name} [OPTION]... [URL]...", .verbatim, [name],
      source: "\(wgetCapture). Which spelling of its name wget repeats is INFERRED: as typed")
  }
  static func hint(name: String) -> Saying {
    answer(
      "wget.try", "Try `{name} --help' for more options.", .verbatim, [name], source: wgetCapture)
  }

  static let wgetCapture = "wget capture; workstation.md 4"
}
