/// What a look at a lab came to.
public struct Finding: Sendable, Equatable {
  /// Whether all is as it has to be.
  public let holds: Bool
  /// What was found, and what was wanted if that is something else: a sentence.
  public let fact: String
  /// The author's own words for the condition that does not hold; nil if there are none.
  public let words: String?
  /// The paths of the conditions that have to hold once and did, now or before: those that say `ever`,
  /// and those about what was said.
  public let seen: Set<String>
}

extension LabTask {
  /// What is said to whoever asks whether it is done, a text each, in the author's words or the
  /// lab's: as much as `tell` allows.
  public func answer(to finding: Finding) -> [String] {
    guard !finding.holds else { return [pass ?? "\(title): done."] }
    let words = finding.words ?? fail
    switch tell {
    case .fact: return [words, finding.fact].compactMap(\.self)
    case .message: return [words ?? Self.notYet]
    case .nothing: return [Self.notYet]
    }
  }

  private static let notYet = "This is not done yet."
}
