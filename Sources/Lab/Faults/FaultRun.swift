import PKI
import Time
import Words
import YAML

/// A fault on its way: it changes copies of the machines' files, which are handed over at the end.
struct FaultRun {
  /// The machines with their files.
  var shelves: [Shelf]
  /// Who issues certificates.
  let authorities: LabAuthorities
  /// Where new keys come from.
  let keys: any KeySource
  /// The time in the lab.
  let now: UnixTime

  /// Does all that the fault does; throws what cannot be done.
  mutating func run(_ fault: Fault) throws(WorldError) {
    for (index, action) in fault.actions.enumerated() {
      do throws(WorldError) {
        try run(action)
      } catch {
        if let origin = action.origin {
          throw error.at(origin.origin(of: error.subject))
        }
        throw WorldError("fault[\(index)].\(action.change.word): \(error.sentence)")
      }
    }
  }

  private mutating func run(_ action: Fault.Action) throws(WorldError) {
    switch action.change {
    case .reissue(let name, let reissue):
      try renew(action, files: [name]) { (run, old) throws(WorldError) in
        try run.authorities.renew(old, as: reissue, now: run.now)
      }
    case .removeName(let basename, let name):
      try rename(basename, by: action, to: try Self.removal(of: name))
    case .changeName(let basename, let name):
      try rename(basename, by: action, to: .commonName(name))
    case .newKey(let basename): try makeKey(basename, by: action)
    case .swapKey(let name, let other):
      try change(name, by: action) { (shelf) throws(WorldError) in
        try shelf.swapKey(name, for: other)
      }
    case .encrypt(let name, let password):
      try change(name, by: action) { (shelf) throws(WorldError) in
        try shelf.encrypt(name, password: password)
      }
    case .encode(let name, let notation):
      if notation.form == .der { renewIfEndingLine(name, by: action) }
      try rewrite(name, by: action) { (old) throws(WorldError) in
        try notation.applied(to: old, name: name)
      }
    case .insert(let name, let bytes, let position):
      try rewrite(name, by: action) { (old) throws(WorldError) in
        try BundleEdit.insert(bytes, after: position, in: old)
      }
    case .drop(let name, let part):
      try edit(name, by: action) { (file) throws(WorldError) in
        try BundleEdit.drop(part, of: &file)
      }
    case .reorder(let name, let order):
      try edit(name, by: action) { (file) throws(WorldError) in
        try BundleEdit.reorder(order, of: &file)
      }
    case .glue(let name, let part):
      try edit(name, by: action) { (file) throws(WorldError) in
        try BundleEdit.glue(after: part, of: &file)
      }
    case .remove(let name):
      try change(name, by: action) { (shelf) throws(WorldError) in
        _ = try shelf.bytes(of: name)
        shelf[name] = nil
      }
    }
  }

  /// Changes the machines that the action names, each of which must have the file; if it names none,
  /// those that have it and where it can be done, at least one.
  mutating func change(
    _ name: String, by action: Fault.Action,
    _ change: (inout Shelf) throws(WorldError) -> Void
  ) throws(WorldError) {
    var reason: WorldError?
    var hasChanged = false
    for index in try indices(of: action.machines) {
      if action.machines == nil, shelves[index][name] == nil { continue }
      do throws(WorldError) {
        var shelf = shelves[index]
        try change(&shelf)
        guard shelf[name] != shelves[index][name] else {
          throw WorldError("\(name) on \(shelf.machine) is so already")
        }
        shelves[index] = shelf
        hasChanged = true
      } catch {
        let error = error.about(name, on: shelves[index].machine)
        guard action.machines == nil else { throw error }
        reason = reason ?? error
      }
    }
    if !hasChanged { throw reason ?? nowhere([name]) }
  }

  /// The error for files that no machine has.
  func nowhere(_ files: [String]) -> WorldError {
    let known = shelves.flatMap(\.presentNames)
    let hint = Hint.nearest(to: files[0], among: known)
    return WorldError(
      "no machine has \(files.map(Shown.plain).joined(separator: " or "))", hint: hint)
  }

  /// The places of those machines among the shelves; nil for all.
  func indices(of machines: [String]?) throws(WorldError) -> [Int] {
    guard let machines else { return Array(shelves.indices) }
    guard !machines.isEmpty else { throw WorldError("no machine is named") }
    var indices: [Int] = []
    for (position, machine) in machines.enumerated() {
      guard let index = shelves.firstIndex(where: { $0.machine == machine }) else {
        throw WorldError(
          "there is no machine \(machine)",
          hint: Hint.words(for: machine, among: shelves.map(\.machine)),
          about: .machine(position))
      }
      if !indices.contains(index) { indices.append(index) }
    }
    return indices
  }

  private mutating func edit(
    _ name: String, by action: Fault.Action,
    _ edit: (inout PEMParts) throws(WorldError) -> Void
  ) throws(WorldError) {
    try change(name, by: action) { (shelf) throws(WorldError) in
      var file = PEMParts(try shelf.bytes(of: name))
      try edit(&file)
      shelf[name] = file.bytes
    }
  }

  /// Writes a file down in another way. If it holds one certificate, the bundles that hold it are
  /// joined anew, also where the file itself is not.
  private mutating func rewrite(
    _ name: String, by action: Fault.Action,
    _ rewritten: ([UInt8]) throws(WorldError) -> [UInt8]
  ) throws(WorldError) {
    var rewritings: [(machine: String, file: Rewriting)] = []
    try change(name, by: action) { (shelf) throws(WorldError) in
      let old = try shelf.bytes(of: name)
      let new = try rewritten(old)
      shelf[name] = new
      rewritings.append((shelf.machine, Rewriting(old, as: new)))
    }
    guard !action.isAlone else { return }
    for index in try indices(of: action.machines) {
      // A certificate is joined anew once, as the machine's own file has it if there is one.
      let machine = shelves[index].machine
      let own = rewritings.filter { $0.machine == machine }
      var joined: Set<[UInt8]> = []
      for (_, file) in own + rewritings.filter({ $0.machine != machine }) {
        guard let certificate = file.certificate, joined.insert(certificate).inserted else {
          continue
        }
        shelves[index].rejoin(file)
      }
    }
  }

  private static func removal(of name: String) throws(WorldError) -> NameChange {
    guard let name = AlternativeName(name) else {
      throw WorldError("\(name) cannot be an alternative name")
    }
    return .without(name)
  }
}
