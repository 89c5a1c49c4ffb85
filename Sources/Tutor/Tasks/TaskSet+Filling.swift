extension TaskSet {
  /// The set as that trainee has it: `$pod`, `$name` and its variables filled in, and `$$` made one
  /// sign. A set that is filled in stays as it is.
  public func filled(for trainee: Trainee) -> TaskSet {
    guard !isFilled else { return self }
    let filling = Filling(for: trainee, variables)
    var set = TaskSet(
      name: name, title: filling.filled(title), briefing: briefing.map(filling.filledProse),
      tasks: tasks.map { $0.filled(with: filling) }, solve: solve, scenario: scenario,
      source: source)
    set.solveOrigin = solveOrigin
    set.isFilled = true
    return set
  }
}

extension LabTask {
  fileprivate func filled(with filling: Filling) -> LabTask {
    var task = LabTask(
      id: id, title: filling.filled(title), text: filling.filledProse(text),
      check: check.filled(with: filling), pass: pass.map(filling.filledProse),
      fail: fail.map(filling.filledProse),
      hints: hints.map { Hint(filling.filledProse($0.text), cost: $0.cost) }, points: points,
      solve: solve, mustHold: mustHold, tell: tell)
    task.origin = origin
    task.solveOrigin = solveOrigin
    return task
  }
}

extension Check {
  fileprivate func filled(with filling: Filling) -> Check {
    var check = Check(
      condition.filled(with: filling), on: machine, moment, fail: fail.map(filling.filledProse),
      origin: origin)
    check.isOtherTask = isOtherTask
    return check
  }
}

extension Check.Condition {
  fileprivate func filled(with filling: Filling) -> Check.Condition {
    let filled = filling.filled
    return switch self {
    case .all(let checks): .all(checks.map { $0.filled(with: filling) })
    case .any(let checks): .any(checks.map { $0.filled(with: filling) })
    case .not(let check): .not(check.filled(with: filling))
    case .file(let name, let other): .file(filled(name), sameAs: other.map(filled))
    case .absent(let name): .absent(filled(name))
    case .request(let name, let facts): .request(filled(name), facts.filled(with: filling))
    case .certificate(let name, let facts): .certificate(filled(name), facts.filled(with: filling))
    case .unread(let name, let facts): .unread(filled(name), facts.filled(with: filling))
    case .match(let key, let other): .match(key: filled(key), with: filled(other))
    case .verify(let name, let bundle):
      .verify(certificate: filled(name), bundle: filled(bundle))
    case .chain(let name, let facts):
      .chain(filled(name), facts.filled(with: filling))
    case .said(let id, let values, let occasion):
      .said(id, values: values.mapValues(filled), occasion: occasion.filled(with: filling))
    case .answer(let command, let lines):
      .answer(command: filled(command), lines: lines.map(filled))
    case .issued(let facts): .issued(facts.filled(with: filling))
    }
  }
}

extension Check.Facts {
  fileprivate func filled(with filling: Filling) -> Check.Facts {
    var facts = self
    facts.cn = cn.map(filling.filled)
    facts.names = names.map(filling.filled)
    facts.issuer = issuer.map(filling.filled)
    facts.key = key.map(filling.filled)
    return facts
  }
}

extension Check.Occasion {
  fileprivate func filled(with filling: Filling) -> Check.Occasion {
    var occasion = self
    occasion.command = command.map(filling.filled)
    occasion.files = files.map(filling.filled)
    return occasion
  }
}

extension Check.ChainFacts {
  fileprivate func filled(with filling: Filling) -> Check.ChainFacts {
    var facts = self
    facts.parts = parts.map(filling.filled)
    return facts
  }
}
