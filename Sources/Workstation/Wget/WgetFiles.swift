/// PC1's files as wget, a program from Unix, sees them.
struct WgetFiles {
  let seat: Seat

  func exists(_ name: String) -> Bool {
    seat.folder.resolving(name).flatMap { seat.drive.entry(at: $0) } != nil
  }

  /// Writes a file; the C library's words if that cannot be done.
  func write(_ bytes: [UInt8], to name: String) -> String? {
    guard let path = seat.folder.resolving(name) else { return "No such file or directory" }
    do throws(DriveFault) {
      try seat.drive.write(bytes, to: path, by: seat.presence)
      return nil
    } catch {
      switch error {
      case .notFound, .pathNotFound: return "No such file or directory"
      case .accessDenied: return "Permission denied"
      case .invalidName: return "Invalid argument"
      case .exists: return "File exists"
      case .full: return "No space left on device"
      }
    }
  }
}
