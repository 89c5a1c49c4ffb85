public import Appliance

extension World {
  /// A world with nothing in it but that appliance, for whoever looks at appliances as part of one: the
  /// authority has issued nothing, PC1 and the web server have no files.
  ///
  /// - Throws: why the lab of the page cannot be read.
  public convenience init(around appliance: Appliance) throws(WorldError) {
    var description = try Description(with: nil)
    description.identities = [:]
    description.webServer.files = []
    description.workstation.files = []
    let name = appliance.name
    description.appliances = [name: Description.ApplianceDescription(names: [name], files: [])]
    let workshop = try Workshop(
      description, keys: appliance.keys, random: { 1 }, now: appliance.now())
    try self.init(
      description, contents: try workshop.contents(of: description, passwords: nil),
      authorities: workshop.authorities, release: appliance.release, pod: description.pod,
      keys: appliance.keys, standing: [appliance], clock: { 0 }, now: appliance.now)
  }
}
