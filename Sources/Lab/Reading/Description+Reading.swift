import YAML

extension Description {
  /// The world of the lab page with a scenario's laid over it; `$pod` stands in it yet.
  init(with scenario: Scenario?) throws(WorldError) {
    do throws(YAMLError) {
      var node = try Node(reading: EmbeddedFile.pod7.bytes, file: "pod7.yaml")
      if scenario?.page == .done {
        let done = try Node(reading: EmbeddedFile.pageDone.bytes, file: "page-done.yaml")
        node = node.overlaid(with: done)
      }
      if let changes = scenario?.world {
        guard changes.isMapping else { throw changes.refused("a mapping belongs here") }
        node = node.overlaid(with: changes.node)
      }
      self = try WorldReader.description(Field(node, path: ScenarioKey.world.rawValue))
    } catch {
      throw WorldError(error)
    }
  }
}
