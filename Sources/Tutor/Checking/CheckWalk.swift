extension Check {
  /// Looks whether it holds.
  ///
  /// - Parameter seen: the paths of conditions that have to hold once and did before.
  public func holds(in look: Look, seen: Set<String> = []) -> Finding {
    var walk = CheckWalk(look: look, seen: seen)
    let outcome = walk.outcome(of: self, at: "/")
    return Finding(
      holds: outcome.holds, fact: outcome.fact, words: outcome.words, seen: walk.seen)
  }

  /// Whether it has to hold once: what was said stays said.
  fileprivate var isForGood: Bool {
    if case .said(_, _, let occasion) = condition, occasion.files.isEmpty { return true }
    return moment == .ever
  }

  /// Whether it or a condition in it has to hold once.
  fileprivate var remembers: Bool {
    if isForGood { return true }
    return switch condition {
    case .all(let checks), .any(let checks): checks.contains(where: \.remembers)
    case .not(let check): check.remembers
    default: false
    }
  }
}

/// A walk through conditions in each other.
private struct CheckWalk {
  /// What became of a condition.
  struct Outcome {
    let holds: Bool
    let fact: String
    var words: String?
  }

  let look: Look
  var seen: Set<String>

  mutating func outcome(of check: Check, at path: String) -> Outcome {
    guard !seen.contains(path) else { return Outcome(holds: true, fact: "It was so once.") }
    var outcome = current(check, at: path)
    if outcome.holds {
      if check.isForGood { seen.insert(path) }
      outcome.words = nil
    } else {
      outcome.words = outcome.words ?? check.fail
    }
    return outcome
  }

  private mutating func current(_ check: Check, at path: String) -> Outcome {
    switch check.condition {
    case .all(let checks): return all(checks, at: path)
    case .any(let checks): return any(checks, at: path)
    case .not(let inner):
      let outcome = outcome(of: inner, at: Check.path(path, 0))
      return outcome.holds
        ? Outcome(holds: false, fact: Self.unwanted(outcome.fact))
        : Outcome(holds: true, fact: outcome.fact)
    case .said(let id, let values, let occasion):
      let marks = SeenMarks(seen, of: path)
      do throws(Mismatch) {
        let fact = try look.said(
          id, values: values, occasion: occasion, on: check.machine, marks: marks)
        return Outcome(holds: true, fact: fact)
      } catch {
        return Outcome(holds: false, fact: error.sentence)
      }
    default:
      do throws(Mismatch) {
        return Outcome(holds: true, fact: try check.fact(in: look))
      } catch {
        return Outcome(holds: false, fact: error.sentence)
      }
    }
  }

  /// What is found where it must not be; once, however often `not` stands in front.
  private static func unwanted(_ fact: String) -> String {
    let end = " That must not be so."
    return fact.hasSuffix(end) ? fact : fact + end
  }

  /// The first that does not hold counts; behind it only what is remembered is looked at.
  private mutating func all(_ checks: [Check], at path: String) -> Outcome {
    var failure: Outcome?
    var facts: [String] = []
    for (index, check) in checks.enumerated() where failure == nil || check.remembers {
      let outcome = outcome(of: check, at: Check.path(path, index))
      if outcome.holds { facts.append(outcome.fact) } else { failure = failure ?? outcome }
    }
    return failure ?? Outcome(holds: true, fact: facts.joined(separator: " "))
  }

  private mutating func any(_ checks: [Check], at path: String) -> Outcome {
    var success: Outcome?
    var failures: [Outcome] = []
    for (index, check) in checks.enumerated() where success == nil || check.remembers {
      let outcome = outcome(of: check, at: Check.path(path, index))
      if outcome.holds { success = success ?? outcome } else { failures.append(outcome) }
    }
    if let success { return success }
    let facts = failures.map(\.fact)
    return Outcome(
      holds: false,
      fact: facts.count == 1 ? facts[0] : "None is so: \(facts.joined(separator: " "))",
      words: failures.count == 1 ? failures[0].words : nil)
  }

}

extension Check {
  /// What was found where it holds; throws what was found and wanted where it does not.
  fileprivate func fact(in look: Look) throws(Mismatch) -> String {
    switch condition {
    case .file(let name, let other): return try look.file(name, on: host, isSameAs: other)
    case .absent(let name):
      guard let file = look.file(name, on: host) else { return look.absence(of: name, on: host) }
      throw Mismatch("\(file.label) is there.")
    case .request(let name, let facts): return try look.request(name, on: host, has: facts)
    case .certificate(let name, let facts): return try look.certificate(name, on: host, has: facts)
    case .unread(let name, let facts): return try look.unread(name, on: host, has: facts)
    case .match(let key, let other): return try look.match(key: key, with: other, on: host)
    case .verify(let name, let bundle): return try look.verify(name, against: bundle, on: host)
    case .chain(let name, let facts): return try look.chain(name, on: host, has: facts)
    case .answer(let command, let lines): return try look.answer(to: command, on: host, is: lines)
    case .issued(let facts): return try look.issued(facts, on: host)
    // They are walked through and not asked.
    case .all, .any, .not, .said: return ""
    }
  }
}
