import Journal

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
