import Appliance
import Workstation

extension World {
  /// All that is kept of it, as it is at this moment. What became of requests is not in it: nobody
  /// has sent any when a world is begun.
  package var contents: WorldContents {
    WorldContents(
      appliances: appliances.mapValues { appliance in
        WorldContents.Machine(
          files: appliance.files.map {
            WorldContents.File(
              name: $0.name, contents: $0.contents, modified: $0.modified, mode: $0.mode)
          }, settings: appliance.settings)
      },
      workstation: WorldContents.Machine(
        files: workstation.drive.all.map { (path, entry) in
          WorldContents.File(
            name: path.description, contents: entry.contents, modified: entry.modified)
        }, settings: workstation.settings),
      authority: authorities.files,
      webServer: webServer.files.sorted { $0.key < $1.key }.map {
        WorldContents.File(name: $0.key, contents: $0.value)
      },
      accounts: accounts)
  }
}
