public import Journal

extension Drive {
  /// A change that can be taken back.
  public struct Exchanged {
    /// What happened.
    public let events: [Event.Kind]
    fileprivate let folders: [WindowsPath: [String: DriveEntry]]
    fileprivate let usedSize: Int
    fileprivate let usedEntries: Int
  }

  /// Writes and deletes files, all of them or none; nil for a file's bytes deletes it. Nobody is
  /// told: that is left to the caller.
  public func exchange(
    _ files: [(path: WindowsPath, contents: [UInt8]?)]
  ) throws(DriveFault) -> Exchanged {
    var events: [Event.Kind] = []
    let (folders, usedSize, usedEntries) = (folders, usedSize, usedEntries)
    let tell = whenChanged
    whenChanged = { events.append($0) }
    defer { whenChanged = tell }
    do throws(DriveFault) {
      for (path, contents) in files {
        if let contents { try write(contents, to: path) } else { try delete(path) }
      }
    } catch {
      (self.folders, self.usedSize, self.usedEntries) = (folders, usedSize, usedEntries)
      throw error
    }
    return Exchanged(
      events: events, folders: folders, usedSize: usedSize, usedEntries: usedEntries)
  }

  /// Takes an exchange back; nothing may have changed since.
  public func undo(_ exchange: Exchanged) {
    (folders, usedSize, usedEntries) =
      (exchange.folders, exchange.usedSize, exchange.usedEntries)
  }
}
