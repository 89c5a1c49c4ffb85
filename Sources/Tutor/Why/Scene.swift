import Appliance
import Authority
import Lab
import PKI
import Time
import Workstation

/// Where an error was met, for those who look for its facts.
struct Scene {
  /// The error.
  let incident: Incident
  /// The lab.
  let world: World
  /// The typed line, cut into words.
  let line: CommandWords
  /// The lab's files, as they are now.
  let files: LabFiles

  init(_ incident: Incident, in world: World) {
    self.incident = incident
    self.world = world
    line = CommandWords(incident.line)
    files = LabFiles(world, at: incident.host, folder: incident.folder)
  }

  /// The appliance it was met at; nil for PC1.
  var appliance: Appliance? { world.appliances[incident.host] }
  /// The time in the lab.
  var now: UnixTime { world.workstation.now() }
  /// The words of the line.
  var words: [String] { line.words }
  /// The file the message is about.
  var file: String? { incident["file"] }

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
