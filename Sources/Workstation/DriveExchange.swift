public import Journal

extension Drive {
  /// A file that is to become another, provided that it is still what it was.
  public struct Replacement: Sendable {
    /// Where it is.
    public let path: WindowsPath
    /// Its bytes as they were found; nil if there was none.
    public let found: [UInt8]?
    /// Its bytes from now on; nil if it is to go.
    public let contents: [UInt8]?

    /// A change of the file at that path.
    public init(path: WindowsPath, found: [UInt8]?, contents: [UInt8]?) {
      self.path = path
      self.found = found
      self.contents = contents
    }
  }

  /// Why nothing was exchanged.
  public enum Hindrance<Other: Error>: Error {
    /// Somebody has changed a file since it was found.
    case changed
    /// The drive does not take what is new.
    case refused(DriveFault)
    /// What had to be done with it could not be done.
    case other(Other)
  }

  /// Writes and deletes files, all of them or none, together with something else: if that fails,
  /// nothing changes here. What happened is told by the next ``Journal/deliver()``.
  ///
  /// - Parameter act: done once it is clear that the files can be exchanged; it has these changes
  ///   kept with others, and no look at the drive.
  public func exchange<Other: Error>(
    _ files: [Replacement], by presence: Presence?, after act: ([Change]) throws(Other) -> Void
  ) throws(Hindrance<Other>) {
    let time = now()
    try change(
      by: presence,
      after: { (changes) throws(Hindrance<Other>) in
        do throws(Other) { try act(changes) } catch { throw .other(error) }
      }
    ) { (contents) throws(Hindrance<Other>) in
      var trial = contents
      var changes: [DriveChange] = []
      for file in files {
        guard trial.entry(at: file.path)?.contents == file.found else { throw .changed }
        do throws(DriveFault) {
          let change =
            if let bytes = file.contents {
              try trial.writing(bytes, to: file.path, at: time)
            } else {
              try trial.deleting(file.path)
            }
          trial.make(change)
          changes.append(change)
        } catch {
          throw .refused(error)
        }
      }
      return changes
    }
  }
}
