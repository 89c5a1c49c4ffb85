public import Time

extension Drive {
  /// All files and folders at this moment, each folder in front of what is in it.
  public var all: [(path: WindowsPath, entry: DriveEntry)] {
    contents.everything(below: .root).map { ($0, $1) }
  }

  /// Puts a file or folder there with the folders it lies in, as something that was there before
  /// anything happened.
  ///
  /// - Parameters:
  ///   - bytes: a file's bytes; nil for a folder, which may be there.
  ///   - modified: when it was written; nil for now.
  public func put(
    _ bytes: [UInt8]?, at path: WindowsPath, modified: UnixTime?
  ) throws(DriveFault) {
    if path.names.count > 1 { try createFolders(path.parent) }
    let time = modified ?? now()
    try change(by: nil) { (contents) throws(DriveFault) in
      if let bytes { return [try contents.writing(bytes, to: path, at: time)] }
      return contents.isFolder(path) ? [] : [try contents.creatingFolder(path, at: time)]
    }
  }
}
