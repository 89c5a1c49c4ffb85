import Console
import Ledger

/// One run of wget: its addresses in turn, and what the screen shows of them.
struct WgetRun {
  let options: WgetOptions
  let name: String
  let seat: Seat
  private var screen: [Reply.Part] = []
  /// What went into the file of `-O` so far: one after the other.
  private var document: [UInt8] = []
  private var exit: Exit?
  private var fileCount = 0
  private var byteCount = 0

  /// How a run ends; of several the first here counts, but anything counts more than `generic`.
  enum Exit: Int {
    case input = 3
    case network = 4
    case server = 8
    case generic = 1
  }

  init(_ options: WgetOptions, name: String, on seat: Seat) {
    self.options = options
    self.name = name
    self.seat = seat
  }

  var isVerbose: Bool { options.verbosity == .verbose }
  private var files: WgetFiles { WgetFiles(seat: seat) }
  private var isQuiet: Bool { options.verbosity == .quiet }
  var time: String { WgetFigures.time(seat.workstation.now()) }

  /// Downloads everything; sets `%errorlevel%`.
  mutating func download() -> [Reply.Part] {
    defer { seat.errorLevel = exit?.rawValue ?? 0 }
    if let output = options.output, output != "-", !open(output) { return screen }
    for typed in options.urls {
      do throws(WgetURL.Problem) {
        fetch(try WgetURL(typed))
      } catch {
        let shown = typed.isEmpty ? "http://" : typed
        fail(
          .generic,
          WgetMessages.urlProblem(url: shown, problem: error.words.text).quoting(error.words))
      }
    }
    if options.urls.count > 1, byteCount > 0, !isQuiet {
      say(WgetMessages.finished(time: time))
      say(WgetMessages.time)
      say(
        WgetMessages.total(
          count: "\(fileCount)", size: WgetFigures.size(byteCount), speed: WgetFigures.speed))
    }
    return screen
  }

  // MARK: - Steps

  private mutating func fetch(_ url: WgetURL) {
    let file = WgetFileName.name(for: url)
    if options.keepsFiles, options.output == nil, files.exists(file) {
      if isVerbose { say(WgetMessages.alreadyThere(file: file).ending("\n\n")) }
      return
    }
    if isVerbose { say(WgetMessages.start(time: time, url: url.text)) }
    guard let answer = connect(to: url) else { return }
    if isVerbose { say(WgetMessages.request(status: "\(answer.status)", reason: answer.reason)) }
    guard (200..<300).contains(answer.status) else {
      if options.verbosity == .brief { say(WgetMessages.errorURL(url: url.text)) }
      fail(
        .server,
        WgetMessages.serverError(time: time, status: "\(answer.status)", reason: answer.reason))
      if isVerbose { screen.append(.line("")) }
      return
    }
    if isVerbose { say(length(of: answer)) }
    save(answer.body, of: url, as: file)
  }

  private mutating func save(_ body: [UInt8], of url: WgetURL, as file: String) {
    let isShown = options.output == "-"
    var file = options.output ?? file
    if isShown {
      if isVerbose { say(WgetMessages.saving(file: "STDOUT").ending("\n\n")) }
      screen.append(.bytes(body))
    } else {
      if options.output == nil { file = WgetFileName.unique(file, isTaken: files.exists) }
      document = options.output == nil ? body : document + body
      if let reason = files.write(document, to: file) {
        fail(.input, WgetMessages.cannotOpen(file: file, reason: reason))
        if isVerbose { screen.append(.line("")) }
        if !isQuiet { say(WgetMessages.cannotWrite(file: file, reason: reason)) }
        return
      }
      if isVerbose { say(WgetMessages.saving(file: file).ending("\n\n")) }
    }
    fileCount += 1
    byteCount += body.count
    report(body.count, url: url, file: file, isShown: isShown)
  }

  // MARK: - Files

  /// Makes the file of `-O` empty, before anything is known of the addresses.
  private mutating func open(_ output: String) -> Bool {
    if options.keepsFiles, files.exists(output) {
      exit = .generic
      say(WgetMessages.alreadyThere(file: output))
      return false
    }
    guard let reason = files.write([], to: output) else { return true }
    exit = .generic
    say(WgetMessages.cannotOpen(file: output, reason: reason))
    return false
  }

  // MARK: - Screen

  mutating func say(_ saying: Saying) { screen.append(.saying(saying)) }

  mutating func fail(_ reason: Exit, _ saying: Saying) {
    if !isQuiet { say(saying) }
    let order: [Exit] = [.input, .network, .server, .generic]
    exit = order.first { $0 == reason || $0 == exit }
  }
}
