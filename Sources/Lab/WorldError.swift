import Words
import YAML

/// Why a world cannot be built.
public struct WorldError: Error, CustomStringConvertible {
  /// A line for whoever wrote the scenario: `FILE:LINE:COLUMN: PATH: sentence`.
  public let description: String
  /// The sentence of that line.
  let sentence: String
  /// What in an action of a fault it is about; nil for the file or the world.
  let subject: FaultSubject?
  /// The file of a machine that keeps a fault from befalling, in words such as
  /// `cms1a.cer on cms1a`, if the sentence does not name it; nil for none.
  private(set) var holder: String?
  /// Whether it may be otherwise the next time: there was no room for the world, say.
  package private(set) var mayPass = false

  /// The end of the sentence, for whoever may have written a wrong word.
  private var hint = ""

  /// What is wrong, wherever that is said.
  ///
  /// - Parameter hint: what the right word may be, as the end of the sentence.
  init(_ sentence: String, hint: String = "", about subject: FaultSubject? = nil) {
    description = sentence + hint
    self.sentence = sentence + hint
    self.subject = subject
    self.hint = hint
  }

  /// Whether nobody need hear of it: the program is about to end.
  package private(set) var isOfTheEnd = false

  /// Why there is no world that has nothing to do with how it is described.
  package init(saying sentence: String, isOfTheEnd: Bool = false) {
    self.init(sentence)
    mayPass = true
    self.isOfTheEnd = isOfTheEnd
  }

  /// What is wrong with the world that a fault was to befall, for whoever did not write the scenario.
  package var account: String {
    let sentence = String(sentence.dropLast(hint.count))
    return holder.map { "\($0): \(sentence)" } ?? sentence
  }

  /// The same about a file, unless it names the machine.
  func about(_ file: String, on machine: String) -> WorldError {
    guard !sentence.split(separator: " ").contains(machine[...]) else { return self }
    let name = Shown.plain(file)
    var error = self
    error.holder = sentence.contains(name) ? machine : "\(name) on \(machine)"
    return error
  }

  /// The same at the place of an action.
  func at(_ origin: Origin) -> WorldError {
    var error = WorldError(at: origin, sentence)
    error.holder = holder
    error.hint = hint
    return error
  }

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
