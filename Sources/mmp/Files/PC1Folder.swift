import Appliance
import Lab
import Workstation

extension World {
  /// Copies files into the folder PC1's window starts in.
  func load(_ files: [FileStore.File]) throws(Failure) {
    for file in files {
      do throws(DriveFault) {
        try workstation.drive.write(
          file.contents, to: workstation.folder.appending(file.name))
      } catch {
        throw Failure(.unreadable, "\(file.name) does not fit on PC1: \(error)")
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
