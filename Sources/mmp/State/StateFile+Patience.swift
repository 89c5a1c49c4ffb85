import Glibc
import Store

extension StateFile {
  /// How often a file that is in use is looked at again, and how long is waited in between, in
  /// milliseconds.
  private static let (trials, pause) = (40, 50)

  /// Opens a file, or makes it, for this process. A process that was killed may have it for a moment
  /// longer: until all its memory has been given back.
  static func patientlyOpened(_ path: String) throws(Failure) -> StateFile {
    for trial in 1... {
      do throws(StoreFault) {
        return try StateFile(path, .existingOrNew)
      } catch {
        guard error == .inUse, trial < trials else { throw Failure(error, at: path) }
      }
      usleep(UInt32(pause * 1_000))
    }
    throw Failure(.inUse, path)
  }
}
