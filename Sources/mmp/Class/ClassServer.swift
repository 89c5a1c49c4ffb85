import Classroom
import Control
import Lab
import Store

/// The desk of a class that is served, for `mmp class` in other processes.
final class ClassServer: Sendable {
  private let server: ControlServer

  /// Opens it; others find it by the class's state file.
  init(of classroom: Classroom, keptIn archive: Archive) throws(Failure) {
    let file = HostFile(path: archive.file.path)
    let desk = ClassDesk(archive, of: classroom, clock: HostClock.milliseconds)
    do throws(ControlError) {
      server = try ControlServer(at: file.controlAddress()) { request, connection in
        guard let request = ClassRequest(request) else {
          return Ending(
            status: UInt8(Failure.Status.unreadable.rawValue),
            "it is the file of a class; mmp class is for it, and ssh to its ports")
        }
        return desk.carryOut(request, for: ConnectedAsker(connection))
      }
    } catch {
      throw Failure(error, of: file)
    }
  }

  /// Answers nobody any more.
  func close() { server.close() }
}
