extension Fault {
  /// The same fault in a pod of that number.
  func inPod(_ number: Int) -> Fault {
    let fill = { (text: String) in text.replacing("$pod", with: "\(number)") }
    return Fault(
      actions.map { action in
        var action = action
        action.change = action.change.mapTexts(fill)
        if case .insert(let file, let bytes, let part) = action.change {
          let number = Array("\(number)".utf8)
          action.change = .insert(
            file, bytes: bytes.replacing(Array("$pod".utf8), with: number), after: part)
        }
        action.machines = action.machines?.map(fill)
        return action
      })
  }
}

extension Fault.Change {
  fileprivate func mapTexts(_ map: (String) -> String) -> Fault.Change {
    switch self {
    case .reissue(let file, var reissue):
      reissue.issuer = reissue.issuer.map(map)
      return .reissue(map(file), reissue)
    case .newKey(let basename): return .newKey(map(basename))
    case .swapKey(let file, let other): return .swapKey(map(file), for: map(other))
    case .drop(let file, let part): return .drop(map(file), part: part)
    case .reorder(let file, let parts): return .reorder(map(file), parts: parts)
    case .glue(let file, let part): return .glue(map(file), after: part)
    case .insert(let file, let bytes, let part):
      return .insert(map(file), bytes: bytes, after: part)
    case .encrypt(let file, let password): return .encrypt(map(file), password: map(password))
    case .encode(let file, let notation): return .encode(map(file), notation)
    case .removeName(let basename, let name): return .removeName(map(basename), name: map(name))
    case .changeName(let basename, let name): return .changeName(map(basename), to: map(name))
    case .remove(let file): return .remove(map(file))
    }
  }
}
