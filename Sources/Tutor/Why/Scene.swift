import Appliance
import Authority
import Lab
import Ledger
import PKI
import Time
import Workstation

/// Where an error was met, for those who look for its facts.
struct Scene {
  /// The error.
  let incident: Incident
  /// The lab.
  let world: World
  /// Where in the typed line the command stands that failed; PC1 takes several in one line.
  let part: Range<String.Index>
  /// That command, cut into words.
  let line: CommandWords
  /// The lab's files, as they are now.
  let files: LabFiles
  /// How files got to the appliances; nil if nobody has looked.
  private let origins: FileOrigins?

  init(_ incident: Incident, in world: World, origins: FileOrigins? = nil) {
    self.incident = incident
    self.origins = origins
    self.world = world
    part = Self.part(of: incident, in: world)
    line = CommandWords(incident.line, in: part)
    files = LabFiles(world, at: incident.host, folder: incident.folder)
  }

  /// The command of the line that has said the message.
  private static func part(of incident: Incident, in world: World) -> Range<String.Index> {
    let line = incident.line
    let all = line.startIndex..<line.endIndex
    let commands = world.appliances[incident.host] == nil ? CommandWords.commands(in: line) : []
    guard commands.count > 1, let first = commands.first else { return all }
    let words = commands.map { CommandWords(line, in: $0) }
    // In psftp such a sign is one like any other.
    guard let start = words[0].program, world.workstation.commandNames.contains(start) else {
      return all
    }
    if let name = incident["name"], let place = words.firstIndex(where: { $0.words.first == name })
    {
      return commands[place]
    }
    let family = incident.message.id.prefix { $0 != "." }
    let programs = world.workstation.programs.filter { program in
      program.names.contains(String(family))
        || family == "putty" && program.secretOptions.contains("-pw")
    }.flatMap(\.names)
    let place = words.firstIndex { $0.program.map(programs.contains) ?? false }
    return place.map { commands[$0] } ?? first
  }

  /// The appliance it was met at; nil for PC1.
  var appliance: Appliance? { world.appliances[incident.host] }
  /// The time in the lab.
  var now: UnixTime { world.workstation.now() }
  /// The words of the line.
  var words: [String] { line.words }
  /// The file the message is about.
  var file: String? { incident["file"] }

  /// How a file of an appliance got there; nil if nobody has seen it.
  func origin(of file: LabFile) -> FileOrigins.Origin? {
    guard case .appliance(let host) = file.place else { return nil }
    return origins?.origin(of: file.name, on: host)
  }

  /// The appliance that psftp and the like were to connect to; nil if that is none.
  var target: Appliance? {
    guard let target = incident.target, target.utf8.count < 256,
      case .reached(let appliance) = world.workstation.network.appliance(at: target)
    else { return nil }
    return appliance
  }

  /// What an appliance is called on PC1.
  func address(of host: String) -> String { files.address(of: host) }

  /// The first appliance, as PC1 calls it; nil if there is none.
  var usualAddress: String? { world.applianceNames.keys.min().map(address) }

  /// The appliance that psftp and the like were to connect to, as PC1 calls it, else the first.
  var targetAddress: String? { target.map { address(of: $0.name) } ?? usualAddress }

  /// A remedy with the values of the case in place of what stands in braces and brackets.
  func filling(_ text: String) -> String {
    var text = incident.filling(text)
    if text.contains("<host>"), let address = targetAddress {
      text = text.replacing("<host>", with: address)
    }
    return text.replacing(
      #""cmslab-ad.cms.lab\cms-CMSLAB-AD-CA""#, with: "\"\(world.authority.config)\"")
  }

  /// The file names behind the command, as typed.
  func arguments(of command: String...) -> [String] {
    guard words.count > command.count,
      zip(words, command).allSatisfy({ $0.utf8.elementsEqual($1.utf8) })
    else { return [] }
    return Array(words.dropFirst(command.count))
  }
}
