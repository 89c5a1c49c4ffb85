import SFTP
import Time
import Workstation

/// A folder of PC1 while it is listed. It holds how far that has come and no entries: a client may
/// open it many times.
final class DeskListing: RemoteListing {
  /// When it was opened.
  let time: UnixTime
  private let folder: WindowsPath
  private let drive: Drive
  private let modified: UnixTime
  private var hasBegun = false
  /// The last entry that was listed.
  private var last: String?

  /// The listing of a folder that was last written at a time.
  init(of folder: WindowsPath, on drive: Drive, modified: UnixTime, at time: UnixTime) {
    self.folder = folder
    self.drive = drive
    self.modified = modified
    self.time = time
  }

  /// The next entries, as many as fit an answer; none at the end, or where the folder is gone.
  func next() -> [RemoteEntry] {
    let dots =
      hasBegun
      ? []
      : [".", ".."].map {
        RemoteEntry(name: $0, isDirectory: true, mode: 0o755, size: 0, modified: modified)
      }
    hasBegun = true
    let batch = (try? drive.list(folder, after: last, atMost: Self.batch - dots.count)) ?? []
    last = batch.last?.name ?? last
    return dots + batch.map { RemoteEntry(of: $0) }
  }

  private static let batch = 100
}
