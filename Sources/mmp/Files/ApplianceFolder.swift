import Appliance

extension Appliance {
  /// Copies a folder's files into the store.
  func load(_ folder: HostFolder) throws(Failure) {
    let files = try folder.files()
    do throws(StoreRefusal) {
      try store(files)
    } catch {
      throw Failure(.unreadable, "\(folder.path): \(error)")
    }
  }
}
