import Appliance
import Console
import Journal
import Ledger
import SFTP
import Workstation

/// psftp while it runs: one mode, whether it asks for a password or takes commands.
final class PSFTP: Mode, Seated {
  /// Whose it is.
  let seat: Seat
  /// How it was started.
  let options: PuTTYOptions
  /// Its own local directory; the command window's stays where it is.
  var localFolder: WindowsPath
  /// The directory on the server.
  var remoteFolder = "/"
  /// The server's files; nil while not connected.
  private(set) var remote: RemoteFiles?
  /// The lines of this connection; see ``PSFTPLines``.
  private(set) var lines = PSFTPLines.psftp

  /// The lines of a connection whose password is typed.
  private let typedPasswordLines: PSFTPLines
  private(set) var login: PuTTYLogin?
  private var host = ""
  private var isFirstConnection = true
  /// What is left of the file given by `-b`; nil when commands are typed.
  var script: ArraySlice<String>?
  private var parts: [Reply.Part] = []
  private(set) var hasEnded = false

  init(
    options: PuTTYOptions, saying typedPasswordLines: PSFTPLines, on seat: Seat
  ) {
    self.options = options
    self.typedPasswordLines = typedPasswordLines
    self.seat = seat
    localFolder = seat.folder
  }

  // MARK: - Mode

  var prompt: Prompt { login?.prompt ?? Prompt(PSFTPMessages.prompt, .command) }

  func receive(_ input: Input, on screen: any Screen) -> Reply {
    switch input {
    case .line(let line): receive(line)
    case .end: endOfInput()
    case .interrupt: interrupt()
    }
  }

  /// Its local directory: the server's is another machine's.
  var folder: WindowsPath { localFolder }

  /// A line behind `!` is the command window's; what answers another question than it was meant for
  /// may be a password.
  func told(of line: String) -> TypedLine {
    if let login { return login.told(of: line) }
    return line.utf8.first == UInt8(ascii: "!")
      ? SecretWords(seat.programs).told(of: line) : TypedLine(line)
  }

  private func receive(_ line: String) -> Reply {
    if login != nil {
      follow(login?.receive(line))
    } else if remote?.visit.isCut == true {
      say(LoginMessages.serverClosed)
      end(1)
    } else {
      if options.echoesScript { say(line: line) }
      obey(line)
    }
    runScript()
    return reply(staying: .stay)
  }

  private func endOfInput() -> Reply {
    if login != nil {
      follow(login?.endOfInput())
    } else {
      say(PSFTPMessages.quit)
      quit()
    }
    return reply(staying: .stay)
  }

  /// Ctrl-C kills psftp, wherever it is (workstation.md 1.2).
  private func interrupt() -> Reply {
    // STATUS_CONTROL_C_EXIT, RECALLED.
    end(-1_073_741_510)
    return Reply(next: .pop)
  }

  // MARK: - Start and end

  /// What is shown at the start; psftp stays if there is something to ask.
  func start() -> Reply {
    if let host = options.host {
      connect(to: host, port: options.port)
    } else {
      say(PSFTPMessages.noHost)
    }
    if login == nil { loadScript() }
    runScript()
    let reply = reply(staying: .push(self))
    if case .pop = reply.next { return Reply(reply.parts) }
    return reply
  }

  /// Leaves, in order.
  func quit() {
    disconnect()
    end(0)
  }

  /// Is over, and leaves that behind as `%errorlevel%`.
  func end(_ errorLevel: Int) {
    guard !hasEnded else { return }
    hasEnded = true
    seat.errorLevel = errorLevel
  }

  private func reply(staying next: Reply.Next) -> Reply {
    defer { parts = [] }
    return Reply(parts, next: hasEnded ? .pop : next)
  }

  /// Shows a message.
  func say(_ saying: Saying) { parts.append(.saying(saying)) }

  /// Shows a line.
  func say(line: String) { parts.append(.line(line)) }

  /// Shows what a local command printed.
  func show(_ shown: [Reply.Part]) { parts += shown }

  // MARK: - Connection

  /// Begins to log in at `[user@]host`.
  func connect(to typed: String, port: Int) {
    var target = options.target(typed)
    target.port = port
    // The password of the command line is tried once in a psftp's life.
    if !isFirstConnection { target.password = nil }
    host = target.host
    let isAsLabPage = target.password == nil && !target.isVerbose && options.script == nil
    lines = isAsLabPage ? typedPasswordLines : .psftp
    login = PuTTYLogin(to: target, from: seat)
    follow(login?.start())
  }

  /// Ends the connection, if there is one.
  func disconnect() {
    guard let remote else { return }
    remote.visit.end()
    self.remote = nil
    if options.isVerbose { say(LoginMessages.verboseClosed) }
  }

  private func follow(_ step: LoginStep?) {
    guard let step else { return }
    parts += step.parts
    switch step.standing {
    case .asking: return
    case .connected(let pass):
      remote = RemoteFiles(for: pass.visit(.psftp))
      remoteFolder = "/"
      if options.isVerbose { say(LoginMessages.verboseConnected(host: host)) }
      if let connected = lines.connected { say(connected(host)) }
      say(PSFTPMessages.workingDirectory(folder: remoteFolder))
    case .failed: end(isFirstConnection && options.host != nil ? 1 : 0)
    case .fatal: end(1)
    }
    login = nil
    // Asked for at the start, a script waits for the password.
    if isFirstConnection, options.host != nil, !hasEnded { loadScript() }
    isFirstConnection = false
  }
}
