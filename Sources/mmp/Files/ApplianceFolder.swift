import Appliance

extension Appliance {
  /// Copies a folder's files into the store.
  func load(_ folder: HostFolder) throws(Failure) {
    let files = try folder.files()
    do throws(StoreRefusal) {
      try store(files)
    } catch {
      throw Failure(.unreadable, "\(folder.path): \(error.explanation)")
    }
  }
}

extension StoreRefusal {
  /// A sentence for the person who chose the folder.
  fileprivate var explanation: String {
    switch self {
    case .invalidName(let name):
      "\(name): file names are letters, digits, '.', '-' and '_'"
    case .fileTooLarge(let name): "\(name) is too large"
    case .tooManyFiles: "too many files"
    case .full: "the files are too large together"
    }
  }
}
