import Classroom
import Control
import Lab
import Store

/// The desk of a class that is served, for `mmp class` in other processes.
final class ClassServer: Sendable {
  private let server: ControlServer

  /// Opens it; others find it by the class's state file. Where nobody can be answered it is nil, which
  /// is said: trainees need none of it.
  init?(of classroom: Classroom, keptIn archive: Archive) {
    let file = HostFile(path: archive.file.path)
    let desk = ClassDesk(archive, of: classroom, clock: HostClock.milliseconds)
    do throws(ControlError) {
      server = try ControlServer(at: file.controlAddress()) { request, connection in
        guard let request = ClassRequest(request) else {
          return Ending(
            status: UInt8(Failure.Status.unreadable.rawValue),
            "\(file.path) is a class that is served; mmp class is for it, and ssh to its ports")
        }
        connection.send(ClassRequest.taken)
        return desk.carryOut(request, for: ConnectedAsker(connection))
      }
    } catch {
      StandardStream.error.say("warning: mmp class will have no answer: \(error)")
      return nil
    }
  }

  /// Answers nobody any more.
  func close() { server.close() }
}
