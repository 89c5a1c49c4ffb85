public import Journal
import Synchronization
public import Time

extension FileName {
  /// Whether a client may mean this name for the time of an upload only, as `.in.cms1a.cer` or
  /// `cms1a.cer.filepart`: it begins with a dot, or ends as clients end such names, and is a file
  /// name otherwise.
  public static func isWorking(bytes name: some Collection<UInt8>) -> Bool {
    let rest = name.drop { $0 == UInt8(ascii: ".") }
    guard name.count <= maximumLength, isValid(bytes: rest) else { return false }
    return rest.count < name.count
      || workingEndings.contains {
        name.count > $0.count && name.suffix($0.count).elementsEqual($0)
      }
  }

  /// WinSCP, rclone, Spring Integration; `.part` is several clients'.
  private static let workingEndings = [".filepart", ".partial", ".writing", ".part"].map {
    Array($0.utf8)
  }
}

/// Files under names that clients mean for the time of an upload. Nobody sees them listed; they
/// become files of the appliance when they are renamed, and go with the visit that made them.
struct WorkingFiles: Sendable {
  /// Most of one visit.
  static let limit = 64

  private struct Key: Hashable {
    let user: String
    let name: String
  }

  private var files: [Key: (file: FileStore.File, visit: Int)] = [:]

  /// How many there are and the bytes in them; they count towards the ``Quota``.
  private(set) var usage = (count: 0, size: 0)

  /// The user's file of that name; nil if there is none.
  func file(_ name: String, of user: String) -> FileStore.File? {
    files[Key(user: user, name: name)]?.file
  }

  /// Keeps a file; one of the same user and name goes. False if the visit has too many.
  mutating func keep(_ file: FileStore.File, by actor: Actor) -> Bool {
    let key = Key(user: actor.user, name: file.name)
    guard let visit = actor.visit,
      files[key] != nil || files.values.count(where: { $0.visit == visit }) < Self.limit
    else { return false }
    _ = take(file.name, of: actor.user)
    files[key] = (file, visit)
    usage.count += 1
    usage.size += file.contents.count
    return true
  }

  /// Takes a file out.
  mutating func take(_ name: String, of user: String) -> FileStore.File? {
    guard let file = files.removeValue(forKey: Key(user: user, name: name))?.file else {
      return nil
    }
    usage.count -= 1
    usage.size -= file.contents.count
    return file
  }

  /// Has a file changed; false if there is none.
  mutating func change(
    _ name: String, of user: String, _ change: (FileStore.File) -> FileStore.File
  ) -> Bool {
    let key = Key(user: user, name: name)
    guard let (file, visit) = files[key] else { return false }
    files[key] = (change(file), visit)
    return true
  }

  /// Drops what a visit has left.
  mutating func drop(of visit: Int) {
    for (key, entry) in files where entry.visit == visit { _ = take(key.name, of: key.user) }
  }
}

extension Appliance {
  /// A user's file under a name for the time of an upload; nil if there is none.
  public func workingFile(_ name: String, of user: String) -> FileStore.File? {
    state.withLock { $0.files.working.file(name, of: user) }
  }

  /// Deletes one; false if there is none of that name.
  public func removeWorkingFile(_ name: String, of user: String) -> Bool {
    state.withLock { $0.files.working.take(name, of: user) != nil }
  }

  /// Sets what it is to have as a file of the appliance; false if there is none of that name.
  public func setWorkingFile(
    _ name: String, of user: String, mode: UInt16? = nil, modified: UnixTime? = nil
  ) -> Bool {
    state.withLock { state in
      state.files.working.change(name, of: user) { $0.with(modified: modified, mode: mode) }
    }
  }

  /// Makes it a file of the appliance, as the upload that it was. With `replacing`, a file that has
  /// the new name already is written over.
  public func finishWorkingFile(
    _ name: String, of user: String, as newName: String, replacing: Bool, by presence: Presence
  ) throws(FileStore.RenameFailure) {
    try state.withLock { (state) throws(FileStore.RenameFailure) in
      guard let file = state.files.working.file(name, of: user) else { throw .notFound }
      guard FileName.isValid(newName) else { throw .invalidName }
      let isThere = state.files[newName] != nil
      guard replacing || !isThere else { throw .exists }
      // What it takes up as one, it takes up as the other.
      _ = state.files.working.take(name, of: user)
      let finished = file.with(name: newName)
      do throws(StoreRefusal) {
        try state.files.store([finished])
      } catch {
        _ = state.files.working.keep(file, by: presence)
        throw .exists
      }
      _ = state.files.setMode(file.mode, of: newName)
      presence.commit(isThere ? .replaced(finished.note) : .stored(finished.note))
    }
    journal.deliver()
  }

  /// Drops what a visit has left under such names.
  func dropWorkingFiles(of visit: Int) { state.withLock { $0.files.working.drop(of: visit) } }
}

extension WorkingFiles {
  fileprivate mutating func keep(_ file: FileStore.File, by presence: Presence) -> Bool {
    presence.actor.map { keep(file, by: $0) } ?? false
  }
}
