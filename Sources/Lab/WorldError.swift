import YAML

/// Why a world cannot be built.
public struct WorldError: Error, CustomStringConvertible {
  /// A line for whoever wrote the scenario: `FILE:LINE:COLUMN: PATH: sentence`.
  public let description: String

  init(_ description: String) { self.description = description }

  init(_ error: YAMLError) { description = error.description }

  /// What went wrong with what stands at `origin`.
  init(at origin: Origin, _ sentence: String) { self.init(origin.refused(sentence)) }
}
