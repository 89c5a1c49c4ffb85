import Appliance
import Console
import Lab
import Workstation

extension VoiceCommand {
  static let chain = VoiceCommand(
    showing: "chain", "FILE", summary: "the certificates of a file, and who signed whom",
    completion: \.restOfFile
  ) { call in
    guard let place = WindowPlace(of: call.session), let world = call.voice.tutoring.world else {
      return VoiceAnswer(lines: [nothingToSee])
    }
    // At PC1 a name with blanks stands in quotation marks, which are no part of it.
    let name = call.argument.filter { $0 != "\"" }
    guard !name.isEmpty else {
      return VoiceAnswer(lines: ["Which file? As in :chain cms1a.cer"])
    }
    let room = call.screen.asideRoom
    let picture = ChainPicture.drawn(
      of: name, on: place.host, in: world, ascii: !room.isUTF8, columns: room.columns,
      folder: place.folder)
    // A program such as psftp shows another machine's folder.
    let heading = place.isOfProgram ? place.folder.map { "In \($0) on PC1:" } : nil
    return VoiceAnswer(
      lines: (heading.map { [$0] } ?? []) + picture.lines,
      seen: picture.shows ? ":chain \(name)" : nil)
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
