import Appliance
import Time

/// A directory while it is listed. It holds how far that has come and no entries: a client may open
/// it many times.
final class OpenDirectory: RemoteListing {
  /// When it was opened.
  let time: UnixTime
  private let files: RemoteFiles
  private var hasBegun = false
  /// The last file that was listed.
  private var last: String?

  /// The listing of the one directory there is.
  init(of files: RemoteFiles, at time: UnixTime) {
    self.files = files
    self.time = time
  }

  /// The next entries, as many as fit an answer; none at the end.
  func next() -> [RemoteEntry] {
    let start = hasBegun ? [] : files.directories(at: time)
    hasBegun = true
    let batch = files.files(after: last, atMost: Self.batch - start.count)
    last = batch.last?.name ?? last
    return start + batch.map { RemoteEntry(of: $0, at: time) }
  }

  private static let batch = 100
}
