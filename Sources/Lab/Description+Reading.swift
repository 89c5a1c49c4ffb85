import YAML

extension Field {
  /// The same error in the author's own file, if it is about a value that a change there has made
  /// wrong: at the innermost mapping of theirs around that value.
  fileprivate func responsible(for error: YAMLError) -> YAMLError {
    guard error.origin.place.file != node.place.file else { return error }
    var place = node.place
    var node = node
    for key in error.origin.path.split(separator: ".").dropFirst() {
      guard let inner = node[String(key)] else { break }
      (node, place) = (inner, inner.place)
    }
    return YAMLError(
      at: Origin(place: place, path: error.origin.path),
      "\(error.sentence) (\(error.origin.place) has it)")
  }
}

extension Description {
  /// The world of the lab page with a scenario's laid over it; `$pod` stands in it yet.
  init(with scenario: Scenario?) throws(WorldError) {
    let changes = scenario?.world
    do throws(YAMLError) {
      var node = try Node(reading: EmbeddedFile.pod7.bytes, file: "pod7.yaml")
      if scenario?.page == .done {
        let done = try Node(reading: EmbeddedFile.pageDone.bytes, file: "page-done.yaml")
        node = node.overlaid(with: done)
      }
      if let changes {
        guard changes.isMapping else { throw changes.refused("a mapping belongs here") }
        node = node.overlaid(with: changes.node)
      }
      self = try WorldReader.description(Field(node, path: ScenarioKey.world.rawValue))
    } catch {
      throw WorldError(changes?.responsible(for: error) ?? error)
    }
  }
}
