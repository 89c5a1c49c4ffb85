import Classroom
import Control
import Glibc
import Lab
import Store
import Synchronization

/// `mmp class`: what whoever leads a class asks, of its server if there is one, else of its file.
struct ClassJob: Job {
  /// The class's state file.
  var state: String
  /// What is asked.
  var request: ClassRequest
  /// Whether it is asked again each second, until the program is ended.
  var repeats = false
  /// What is asked first at a terminal; nil for nothing.
  var confirmation: Confirmation?

  func run() throws(Failure) -> Failure.Status? {
    try HostFile(path: state).checkStateFile()
    try confirmation?.ask()
    guard repeats else {
      let asker = LocalAsker()
      let ending = try answer(to: asker)
      if let code = asker.failure {
        throw Failure(.outputFailed, writing: "standard output", code: code)
      }
      return try status(of: ending)
    }
    while true {
      let screen = RepaintedScreen()
      let ending = try answer(to: screen)
      try screen.paint()
      if let status = try status(of: ending) { return status }
      sleep(1)
    }
  }

  /// How long a server that is about to end is waited for, in tenths of a second.
  private static let patience = 20
  /// How long a server may take until it answers at all, in milliseconds.
  private static let first: Int32 = 10_000

  private func answer(to asker: some ClassAsker) throws(Failure) -> Ending {
    let start = HostClock.milliseconds()
    for trial in 0... {
      if let ending = try serverAnswer(to: asker) { return ending }
      do throws(StoreFault) {
        return try fileAnswer(to: asker)
      } catch {
        guard error == .inUse else { throw Failure(error, at: state) }
        guard trial < Self.patience, HostClock.milliseconds() - start < Self.first else { break }
        // It may just begin or end.
        usleep(100_000)
      }
    }
    throw try silence
  }

  /// That the file is in use, and nobody is where whoever has it would be.
  private var silence: Failure {
    get throws(Failure) {
      let file = HostFile(path: state)
      do throws(ControlError) {
        let paths = try file.controlAddress().socketPaths.joined(separator: ", nor at ")
        return Failure(
          .nobodyAnswers,
          "\(state) is in use by an mmp that does not answer at \(paths); a server that was "
            + "started with another XDG_RUNTIME_DIR is found with that one only")
      } catch {
        throw Failure(error, of: file)
      }
    }
  }

  /// What the server says; nil if there is none, or it was killed before it heard of this.
  private func serverAnswer(to asker: some ClassAsker) throws(Failure) -> Ending? {
    let connection: Connection
    do throws(ControlError) {
      connection = try ControlClient.connect(
        to: HostFile(path: state).controlAddress(), asking: request.request)
    } catch {
      if error == .nobodyAnswers { return nil }
      throw Failure(error, of: HostFile(path: state))
    }
    var (isThere, hasAnswered) = (false, false)
    do throws(ControlError) {
      while true {
        let patience = !isThere ? Self.first : request.isEndless ? -1 : Self.longest
        switch try connection.receive(within: patience) {
        case .frame(let frame) where frame.kind == .ending: return try Ending(frame)
        case .frame(let frame) where frame == ClassRequest.taken: isThere = true
        case .frame(let frame) where frame.kind == .output:
          (isThere, hasAnswered) = (true, true)
          guard asker.show(frame.bytes) else { return Ending() }
        case .frame, .wake, .input: continue
        // A process that is killed listens until its memory has been given back.
        case .end where !hasAnswered && (connection.isUnread || request.isRepeatable): return nil
        case .quiet: return Ending(status: Self.silent, isThere ? slowness : stillness)
        case .end, .stop: throw ControlError.nobodyAnswers
        }
      }
    } catch {
      guard error == .nobodyAnswers else { throw Failure(error, of: HostFile(path: state)) }
      throw Failure(.nobodyAnswers, "the server of \(state) has gone")
    }
  }

  private static let silent = UInt8(Failure.Status.nobodyAnswers.rawValue)

  /// What is said of a server that has taken nothing.
  private var stillness: String {
    "the server of \(state) has not answered for \(Self.first / 1_000) seconds: it is stopped, or has "
      + "much to do" + outlook
  }

  /// What is said of a server that does not come to an end.
  private var slowness: String {
    "the server of \(state) has said nothing for \(Self.longest / 1_000) seconds" + outlook
  }

  /// What may still become of a request.
  private var outlook: String {
    request.isRepeatable ? "" : "; what was asked for may be done yet"
  }

  /// How long a server may take for anything, in milliseconds.
  private static let longest: Int32 = 60_000

  private func fileAnswer(to asker: some ClassAsker) throws(StoreFault) -> Ending {
    let file = try StateFile(state)
    let archive = Archive(file) { fault in
      StandardStream.error.say("\(state) \(fault.predicate)")
    }
    defer { archive.close() }
    return ClassDesk(archive, of: nil, clock: HostClock.milliseconds)
      .carryOut(request, for: asker)
  }

  private func status(of ending: Ending) throws(Failure) -> Failure.Status? {
    guard ending.status != 0 else { return nil }
    let status = Failure.Status(rawValue: Int32(ending.status)) ?? .internalError
    guard ending.text.isEmpty else { throw Failure(status, ending.text) }
    return status
  }
}

extension ClassRequest {
  /// Whether its answer may go on for ever.
  fileprivate var isEndless: Bool { verb == .watch || values[.follow] != nil }

  /// Whether it changes nothing, and so may be asked a second time.
  fileprivate var isRepeatable: Bool { verb == .status || verb == .events || verb == .grade }
}

/// Whoever started the program.
final class LocalAsker: ClassAsker {
  private let code = Atomic<Int32>(0)

  /// Why standard output could not be written; nil if all is well.
  var failure: Int32? {
    let code = code.load(ordering: .relaxed)
    return code == 0 ? nil : code
  }

  func show(_ bytes: [UInt8]) -> Bool {
    if StandardStream.output.write(bytes) { return true }
    code.store(errno, ordering: .relaxed)
    return false
  }

  func push(_ bytes: [UInt8]) { _ = show(bytes) }
  var pending: Int { 0 }
  func wait(milliseconds: Int32) -> Bool { false }
  func wake() {}
}
