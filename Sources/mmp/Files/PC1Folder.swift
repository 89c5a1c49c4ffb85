import Appliance
import Lab
import Workstation

extension HostFolder {
  /// Copies of its files for PC1, which has other rules for names than an appliance.
  ///
  /// - Throws: also for a name that Windows has no files of, such as `nul.cer`.
  func filesForPC1() throws(Failure) -> [FileStore.File] {
    let files = try files()
    guard let file = files.first(where: { !DriveName.isValid($0.name) }) else { return files }
    throw Failure(
      .unreadable,
      "\(path)/\(file.name): \(DriveFault.invalidName), so PC1 cannot have it; rename it")
  }
}

extension World {
  /// Copies files into the folder PC1's window starts in.
  func load(_ files: [FileStore.File]) throws(Failure) {
    for file in files {
      do throws(DriveFault) {
        try workstation.drive.write(
          file.contents, to: workstation.folder.appending(file.name))
      } catch {
        throw Failure(.unreadable, "\(file.name) cannot be put on PC1: \(error)")
      }
    }
  }

  /// The files in a folder of PC1.
  func files(in folder: WindowsPath) -> [FileStore.File] {
    ((try? workstation.drive.list(folder)) ?? []).compactMap { entry in
      entry.contents.map { FileStore.File(name: entry.name, contents: $0) }
    }
  }
}
