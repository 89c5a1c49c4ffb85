import Words
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
  /// The world of the lab page with a scenario's laid over it; `$pod` stands in it yet, and may be
  /// the number of each of that many pods.
  init(with scenario: Scenario?, pods: Int? = nil) throws(WorldError) {
    let changes = scenario?.world
    do throws(YAMLError) {
      var node = try Node(reading: .pod7)
      if scenario?.page == .done {
        let done = try Node(reading: .pageDone)
        node = node.overlaid(with: done)
      }
      if let changes {
        guard changes.isMapping else { throw changes.refused("a mapping belongs here") }
        node = node.overlaid(with: changes.node)
      }
      let world = Field(node, path: ScenarioKey.world.rawValue)
      self = try WorldReader.description(world)
      guard changes != nil, let pods, pods > 0 else { return }
      for number in 1...pods { try Self.check(world, inPod: number) }
    } catch {
      throw WorldError(changes?.responsible(for: error) ?? error)
    }
  }

  /// Names may be too long with the number of another pod, or be there twice.
  private static func check(_ world: Field, inPod number: Int) throws(YAMLError) {
    do throws(YAMLError) {
      _ = try WorldReader.description(world, inPod: number)
    } catch {
      throw YAMLError(at: error.origin, "\(error.sentence), in pod \(number)")
    }
  }
}
