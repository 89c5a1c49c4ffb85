import YAML

/// Why a world cannot be built.
public struct WorldError: Error, CustomStringConvertible {
  /// A line for whoever wrote the scenario: `FILE:LINE:COLUMN: PATH: sentence`.
  public let description: String
  /// The sentence of that line.
  let sentence: String
  /// What in an action of a fault it is about; nil for the file or the world.
  let subject: FaultSubject?

  /// What is wrong, wherever that is said.
  init(_ sentence: String, about subject: FaultSubject? = nil) {
    description = sentence
    self.sentence = sentence
    self.subject = subject
  }

  /// Why there is no world that has nothing to do with how it is described.
  package init(saying sentence: String) { self.init(sentence) }

  init(_ error: YAMLError) {
    description = error.description
    sentence = error.sentence
    subject = nil
  }

  /// What went wrong with what stands at `origin`; nil if it is described nowhere.
  init(at origin: Origin?, _ sentence: String) {
    if let origin { self.init(origin.refused(sentence)) } else { self.init(sentence) }
  }
}
