import Glibc

/// Whoever wants something of the process that has a file open.
public enum ControlClient {
  /// Connects and says what is wanted.
  ///
  /// - Throws: ``ControlError/nobodyAnswers`` if no process has the file open.
  public static func connect(
    to address: ControlAddress, asking request: Request
  ) throws(ControlError) -> Connection {
    guard request.fits else { throw .system("ask for so much", E2BIG) }
    for folder in address.folders where folder.exists {
      if let socket = try socket(at: address, in: folder) {
        let connection = try Connection(socket)
        connection.send(request.frame)
        return connection
      }
    }
    throw .nobodyAnswers
  }

  /// Asks, takes the answer in pieces, and waits for its end.
  ///
  /// - Parameters:
  ///   - milliseconds: how long each piece may take; without an end if negative.
  ///   - take: is handed each message of the answer.
  /// - Returns: how it ended.
  /// - Throws: ``ControlError/nobodyAnswers`` if no process has the file open, or it dies or says nothing.
  public static func ask(
    _ request: Request, of address: ControlAddress, within milliseconds: Int32 = 10_000,
    taking take: (Frame) -> Void = { _ in }
  ) throws(ControlError) -> Ending {
    let connection = try connect(to: address, asking: request)
    while true {
      switch try connection.receive(within: milliseconds) {
      case .frame(let frame) where frame.kind == .ending: return try Ending(frame)
      case .frame(let frame): take(frame)
      case .wake, .input: continue
      case .end, .stop, .quiet: throw .nobodyAnswers
      }
    }
  }

  /// - Returns: nil if nobody listens there.
  private static func socket(
    at address: ControlAddress, in folder: RuntimeFolder
  ) throws(ControlError) -> LocalSocket? {
    // Else somebody else's program could be asked in the place of ours.
    try folder.check()
    let socket = try LocalSocket()
    var code = socket.connect(to: address.socketPath(in: folder))
    var trials = 50
    // So many want to connect that the system lets no more wait, or whoever listens is stopped.
    while code == EAGAIN, trials > 0 {
      trials -= 1
      usleep(20_000)
      code = socket.connect(to: address.socketPath(in: folder))
    }
    guard code == 0 else {
      socket.close()
      guard [ENOENT, ECONNREFUSED, EAGAIN, ENOTDIR].contains(code) else {
        throw .system("connect to \(address.socketPath(in: folder))", code)
      }
      return nil
    }
    guard let peer = socket.peer, [geteuid(), address.user, 0].contains(peer) else {
      socket.close()
      throw .stranger
    }
    return socket
  }
}
