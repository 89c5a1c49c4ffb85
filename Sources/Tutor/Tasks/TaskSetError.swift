import Lab
import YAML

/// Why a file of tasks is refused.
public struct TaskSetError: Error, Sendable, CustomStringConvertible {
  /// A line for whoever wrote it: `FILE:LINE:COLUMN: PATH: sentence`.
  public let description: String

  /// A sentence about a file.
  init(_ description: String) { self.description = description }

  /// What is wrong with what stands somewhere in it.
  init(_ error: YAMLError) { description = error.description }

  /// What is wrong with the lab it is for.
  init(_ error: WorldError) { description = error.description }

  /// The same for what stands at `origin`; nil if it stands nowhere.
  init(at origin: Origin?, _ sentence: String) {
    description = origin?.refused(sentence).description ?? sentence
  }
}
