import Appliance
import Console
import Control
import Glibc
import Lab
import MMPShell
import Threads
import Tutor
import Windows
import Workstation

/// The windows of other processes on the world that this one has open.
final class WorldWindows: Sendable {
  private let server: ControlServer
  private let count: Monitor<Int>
  /// Whether the world is given up for a new attempt.
  private let isGivenUp: Monitor<Bool>
  /// How often it is looked for a signal meanwhile, in milliseconds.
  private static let glance = 200
  /// How often a script looks before it says what it waits for.
  private static let glancesUntold = 10

  /// Lets others in; nil if that cannot be, which is said.
  ///
  /// - Parameters:
  ///   - world: the world.
  ///   - tutoring: what the lab says in them.
  ///   - attempts: those of this process's own window.
  ///   - file: what keeps it, by which others find it.
  ///   - check: refuses what somebody asks for who comes to the world.
  init?(
    on world: World, with tutoring: Tutoring, _ attempts: Attempts, in file: HostFile,
    check: @escaping @Sendable (Setting) throws(Failure) -> Void
  ) {
    let count = Monitor(0)
    self.count = count
    let isGivenUp = Monitor(false)
    self.isGivenUp = isGivenUp
    do throws(ControlError) {
      server = try ControlServer(at: file.controlAddress()) { request, connection in
        count.withLock { $0 += 1 }
        defer { count.withLock { $0 -= 1 } }
        do throws(Failure) {
          guard let request = WindowRequest(request) else {
            throw Failure(.usage, "\(file.path) is the world of a lab, and no class")
          }
          try check(Setting(askedFor: request.options))
          var isAsked = false
          let restart = attempts.restartFromOtherWindow { isAsked = true }
          let ending = try world.serve(
            request, over: connection, with: tutoring, restart: restart)
          let isCut = ending.status == Failure.Status.nobodyAnswers.rawValue
          return isAsked || isCut && isGivenUp.withLock { $0 } ? Self.begunAnew : ending
        } catch {
          return Ending(status: UInt8(error.status.rawValue), error.description)
        }
      }
    } catch {
      StandardStream.error.say("no further window can be opened on \(file.path): \(error)")
      return nil
    }
  }

  /// Waits until the last window has left, after this process's own. Ctrl-C, or the wish that the
  /// program end, ends the wait; that its terminal was closed does not.
  func linger() {
    Interruption.install()
    // Another window may be about to leave. Who calls it from a script hears of it only if it takes a
    // while: scripts follow each other.
    var untold = StandardStream.input.isTerminal ? 1 : Self.glancesUntold
    while let others = others {
      if HangUp.isFinal { return }
      if untold == 0, !HangUp.isRequested { Self.tell(of: others) }
      untold -= 1
      count.wait(within: Self.glance) { $0 == 0 ? () : nil }
      guard !Interruption.isRequested else {
        // The terminal shows Ctrl-C.
        if StandardStream.error.isTerminal { StandardStream.error.write([0x0A]) }
        return
      }
    }
  }

  /// How many windows of others there are; nil if there are none.
  private var others: Int? {
    let number = count.withLock { $0 }
    return number > 0 ? number : nil
  }

  private static func tell(of others: Int) {
    let windows = others == 1 ? "another window is" : "\(others) other windows are"
    StandardStream.error.say(
      "\(windows) still open on this world, which stays for as long; Ctrl-C ends it")
  }

  /// Lets nobody in any more, and has all leave.
  ///
  /// - Parameter isAnew: whether the lab begins anew.
  func close(isAnew: Bool = false) {
    isGivenUp.withLock { $0 = isAnew }
    server.close()
  }

  /// How a window ends when the lab is begun anew. Those with a person at them go on in the new
  /// attempt.
  static let begunAnew = Ending(
    status: UInt8(Failure.Status.nobodyAnswers.rawValue),
    "the lab was begun anew in another window; what was done is kept as an earlier attempt")
}

extension World {
  /// Runs a window for another process to its end.
  fileprivate func serve(
    _ request: WindowRequest, over connection: Connection, with tutoring: Tutoring,
    restart: Restart
  ) throws(Failure) -> Ending {
    switch request.place {
    case .workstation:
      let seat = workstation.seat()
      defer { seat.closeWindow() }
      let session = seat.openWindow()
      if request.isAttended {
        tutoring.attend(session, opening: tutoring.greeting, restart: restart)
      }
      return ServedWindow.run(session, as: request, over: connection)
    case .appliance(let host):
      guard let appliance = appliance(named: host) else {
        throw Failure(.unreadable, "the lab has no appliance \(host)")
      }
      let visit = appliance.frontDoor.console()
      defer { visit.end() }
      let session = visit.session()
      if request.isAttended { tutoring.attend(session, restart: restart) }
      return ServedWindow.run(session, as: request, over: connection)
    }
  }
}

extension HostFile {
  /// Where the process that has it open can be reached.
  func controlAddress() throws(ControlError) -> ControlAddress {
    try ControlAddress(
      ofFile: path, runtime: getenv("XDG_RUNTIME_DIR").map { String(cString: $0) })
  }
}
