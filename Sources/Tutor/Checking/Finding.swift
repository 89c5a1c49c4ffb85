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
  /// Whether it holds only because it did once: what was found now is not as it has to be.
  public var isLapsed = false
}

extension LabTask {
  /// What is said to whoever asks whether it is done, a text each, in the author's words or the
  /// lab's: as much as `tell` allows.
  public func answer(to finding: Finding) -> [String] {
    if finding.isLapsed { return [Self.noLonger] + reasons(in: finding) }
    guard !finding.holds else { return [pass ?? "\(title): done."] }
    let reasons = reasons(in: finding)
    return reasons.isEmpty ? [Self.notYet] : reasons
  }

  /// What is not as it has to be, as far as it is told.
  func reasons(in finding: Finding) -> [String] {
    let words = finding.words ?? fail
    return switch tell {
    case .fact: [words, finding.fact].compactMap(\.self)
    case .message: [words].compactMap(\.self)
    case .nothing: []
    }
  }

  private static let notYet = "This is not done yet."
  private static let noLonger = "This was done, and is not so any more."
}
