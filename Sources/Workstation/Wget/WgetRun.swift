import Ledger

/// One run of wget: its addresses in turn, and what the screen shows of them.
struct WgetRun {
  let options: WgetOptions
  let name: String
  let workstation: Workstation
  private var screen: [UInt8] = []
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

  init(_ options: WgetOptions, name: String, on workstation: Workstation) {
    self.options = options
    self.name = name
    self.workstation = workstation
  }

  var isVerbose: Bool { options.verbosity == .verbose }
  private var files: WgetFiles { WgetFiles(workstation: workstation) }
  private var isQuiet: Bool { options.verbosity == .quiet }
  var time: String { WgetFigures.time(workstation.now()) }

  /// Downloads everything; sets `%errorlevel%`.
  mutating func download() -> [UInt8] {
    defer { workstation.errorLevel = exit?.rawValue ?? 0 }
    if let output = options.output, output != "-", !open(output) { return screen }
    for typed in options.urls {
      do throws(WgetURL.Problem) {
        fetch(try WgetURL(typed))
      } catch {
        let shown = typed.isEmpty ? "http://" : typed
        fail(.generic, Message.wgetURLProblem(shown, error.words))
      }
    }
    if options.urls.count > 1, byteCount > 0, !isQuiet {
      say(Message.wgetFinished(time))
      say(Message.wgetTime())
      say(
        Message.wgetTotal("\(fileCount)", WgetFigures.size(byteCount), WgetFigures.speed))
    }
    return screen
  }

  // MARK: - Steps

  private mutating func fetch(_ url: WgetURL) {
    let file = WgetFileName.name(for: url)
    if options.keepsFiles, options.output == nil, files.exists(file) {
      if isVerbose { say(Message.wgetAlreadyThere(file) + "\n") }
      return
    }
    if isVerbose { say(Message.wgetStart(time, url.text)) }
    guard let answer = connect(to: url) else { return }
    if isVerbose { say(Message.wgetRequest("\(answer.status)", answer.reason)) }
    guard (200..<300).contains(answer.status) else {
      if options.verbosity == .brief { say(Message.wgetErrorURL(url.text)) }
      fail(.server, Message.wgetError(time, "\(answer.status)", answer.reason))
      if isVerbose { say("") }
      return
    }
    if isVerbose { say(length(of: answer)) }
    save(answer.body, of: url, as: file)
  }

  private mutating func save(_ body: [UInt8], of url: WgetURL, as file: String) {
    let isShown = options.output == "-"
    var file = options.output ?? file
    if isShown {
      if isVerbose { say(Message.wgetSaving("STDOUT") + "\n") }
      screen += body
    } else {
      if options.output == nil { file = WgetFileName.unique(file, isTaken: files.exists) }
      document = options.output == nil ? body : document + body
      if let reason = files.write(document, to: file) {
        fail(.input, Message.wgetCannotOpen(file, reason))
        if isVerbose { say("") }
        if !isQuiet { say(Message.wgetCannotWrite(file, reason)) }
        return
      }
      if isVerbose { say(Message.wgetSaving(file) + "\n") }
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
      say(Message.wgetAlreadyThere(output))
      return false
    }
    guard let reason = files.write([], to: output) else { return true }
    exit = .generic
    say(Message.wgetCannotOpen(output, reason))
    return false
  }

  // MARK: - Screen

  mutating func say(_ line: String, end: String = "\n") { screen += (line + end).utf8 }

  mutating func fail(_ reason: Exit, _ line: String) {
    if !isQuiet { say(line) }
    let order: [Exit] = [.input, .network, .server, .generic]
    exit = order.first { $0 == reason || $0 == exit }
  }
}
