import Appliance
import Console
import Lab
import Workstation

extension VoiceCommand {
  static let chain = VoiceCommand(
    "chain", "FILE", summary: "the certificates of a file, and who signed whom",
    completion: \.restOfFile
  ) { call in
    guard let place = WindowPlace(of: call.session), let world = call.voice.tutoring.world else {
      return [nothingToSee]
    }
    let name = call.argument.filter { $0 != "\"" }
    guard !name.isEmpty else { return ["Which file? As in :chain cms1a.cer"] }
    let room = call.screen.asideRoom
    let picture = ChainPicture.lines(
      of: name, on: place.host, in: world, ascii: !room.isUTF8, columns: room.columns,
      folder: place.folder)
    // A program such as psftp shows another machine's folder.
    guard place.isOfProgram, let folder = place.folder else { return picture }
    return ["In \(folder) on PC1:"] + picture
  }
}

extension VoiceCall {
  /// The rest of a file's name on the machine that the window is at.
  var restOfFile: String {
    guard !argument.isEmpty, let place = WindowPlace(of: session), let world = voice.tutoring.world
    else { return "" }
    let names: [String]
    if let folder = place.folder {
      names = (try? world.workstation.drive.list(folder))?.map(\.name) ?? []
    } else {
      names = world.appliance(named: place.host)?.files.map(\.name) ?? []
    }
    let typed = argument.lowercased()
    let match = names.first { $0.lowercased().hasPrefix(typed) }
    return match.map { String($0.dropFirst(argument.count)) } ?? ""
  }
}
