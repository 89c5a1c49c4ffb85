import YAML

/// What has to be so.
extension TaskReader {
  /// The most conditions a task may have, those of the tasks that it asks for as well, and how deep
  /// they may lie in each other.
  static let mostConditions = (count: 64, all: 256, depth: 8)

  /// The check of the task of that id.
  func check(_ field: Field, of id: String) throws(YAMLError) -> Check {
    var count = Count()
    return try check(field, in: Surroundings(tasks: [id], depth: 1), count: &count)
  }

  /// How many conditions were read.
  private struct Count {
    /// Those that stand in the task.
    var own = 0
    /// With those of the tasks that it asks for.
    var all = 0
  }

  /// What stands around a condition.
  private struct Surroundings {
    /// The tasks it is of: the one it stands in, and those that ask for that one.
    var tasks: [String]
    /// How deep it lies.
    var depth: Int
    /// What the conditions around it say about the machine.
    var host: String?

    /// What stands around a condition in this one.
    func inner(on host: String?) -> Surroundings {
      Surroundings(tasks: tasks, depth: depth + 1, host: host)
    }
  }

  /// The words that say what is looked at, and what may stand beside each, besides `on`, `when` and
  /// `fail`.
  private static let kinds: [(word: CheckKey, options: [CheckKey])] = [
    (.file, [.sameAs]), (.absent, []), (.request, [.cn, .names, .onlyNames, .key, .bits]),
    (.certificate, [.cn, .names, .onlyNames, .issuer, .valid, .key, .bits, .alone]),
    (.unread, [.cn, .names, .onlyNames, .issuer, .valid, .key, .bits]), (.match, []),
    (.verify, []), (.chain, [.parts, .anyOrder, .linked, .complete]), (.said, [.values]),
    (.typed, [.said, .values, .files, .of, .about]), (.answer, []), (.issued, []), (.all, []),
    (.any, []),
    (.not, []), (.done, []),
  ]

  private func check(
    _ field: Field, in place: Surroundings, count: inout Count
  ) throws(YAMLError) -> Check {
    try add(field, in: place, to: &count)
    guard place.depth <= Self.mostConditions.depth else {
      throw field.refused(
        "more than \(Self.mostConditions.depth) conditions lie in each other"
          + (place.tasks.count > 1 ? ", by way of the tasks \(Self.way(place.tasks))" : ""))
    }
    let fields = try Fields(field, keys: CheckKey.self)
    let word = try kind(of: fields)
    let subject = try fields.required(word)
    let host = try fields[.on].map(machine) ?? place.host
    // What was said or typed counts wherever it was, unless a machine is named or has to be.
    let isAnywhere = [.said, .typed].contains(word) && fields[.files] == nil
    let machine = isAnywhere ? host : host ?? defaultMachine
    let condition: Check.Condition
    switch word {
    case .all, .any:
      var checks: [Check] = []
      for field in try subject.list(atMost: Self.mostConditions.count) {
        checks.append(try check(field, in: place.inner(on: host), count: &count))
      }
      guard !checks.isEmpty else { throw subject.refused("there is no condition") }
      condition = word == .all ? .all(checks) : .any(checks)
    case .not: condition = .not(try check(subject, in: place.inner(on: host), count: &count))
    case .done: condition = .all([try done(subject, in: place, count: &count)])
    case .said:
      let (id, values) = try said(subject, fields)
      condition = .said(id, values: values)
    case .typed: condition = try typed(subject, fields, on: machine)
    default:
      guard let machine else {
        throw field.refused("the lab has no cms1a, so `on` has to name a machine")
      }
      condition = try self.condition(word, subject, fields, on: machine)
    }
    var check = Check(
      condition, on: machine, try fields[.when]?.word() ?? .now,
      fail: try fields[.fail].map { (field) throws(YAMLError) in try text(field, .prose) },
      origin: field.origin)
    check.isOtherTask = word == .done
    return check
  }

  /// Counts a condition; throws where there are too many.
  private func add(
    _ field: Field, in place: Surroundings, to count: inout Count
  ) throws(YAMLError) {
    count.all += 1
    if place.tasks.count == 1 { count.own += 1 }
    guard count.own <= Self.mostConditions.count else {
      throw field.refused("a task has \(Self.mostConditions.count) conditions at most")
    }
    guard count.all <= Self.mostConditions.all else {
      throw field.refused(
        "a task has \(Self.mostConditions.all) conditions at most, with those of the tasks that it "
          + "asks for: \(Self.way(place.tasks))")
    }
  }

  /// Tasks of which each asks for the next.
  private static func way(_ tasks: some Sequence<String>) -> String {
    tasks.joined(separator: " -> ")
  }

  /// The check of another task, as if it stood here.
  private func done(
    _ subject: Field, in place: Surroundings, count: inout Count
  ) throws(YAMLError) -> Check {
    let id = try text(subject, .id)
    guard let field = checks[id] else {
      throw subject.undeclared(id, among: checks.keys.sorted(), "is no task of this set")
    }
    guard !place.tasks.contains(id) else {
      let way = place.tasks.drop { $0 != id } + [id]
      throw subject.refused(
        "a task cannot wait for itself"
          + (way.count > 2 ? ", by way of others: \(Self.way(way))" : ""))
    }
    var inner = place.inner(on: nil)
    inner.tasks.append(id)
    return try check(field, in: inner, count: &count)
  }

  /// Which word says what is looked at; throws if none or several do, or what stands beside it does
  /// not belong to it.
  private func kind(of fields: Fields<CheckKey>) throws(YAMLError) -> CheckKey {
    // Beside `typed` it tells what that was answered with.
    let given = Self.kinds.filter {
      fields[$0.word] != nil && ($0.word != .said || fields[.typed] == nil)
    }
    guard let kind = given.first else {
      let words = Self.kinds.map(\.word.rawValue).joined(separator: ", ")
      throw fields.origin.refused("nothing says what is looked at: one of \(words)")
    }
    // A request or certificate may be said to have a `key`, which is no kind of its own.
    if let second = given.dropFirst().first, let field = fields[second.word] {
      throw field.refused(
        "this is a condition of its own, beside \(kind.word.rawValue): put both into `all`")
    }
    for key in CheckKey.allCases where key != kind.word && ![.on, .when, .fail].contains(key) {
      guard let field = fields[key], !kind.options.contains(key) else { continue }
      let own = kind.options.map(\.rawValue).joined(separator: ", ")
      throw field.refused(
        "this does not belong to \(kind.word.rawValue)"
          + (own.isEmpty ? "" : ", which has \(own)"))
    }
    return kind.word
  }

  private func condition(
    _ word: CheckKey, _ subject: Field, _ fields: Fields<CheckKey>, on machine: String
  ) throws(YAMLError) -> Check.Condition {
    switch word {
    case .file:
      return .file(
        try file(subject, on: machine),
        sameAs: try fields[.sameAs].map { (field) throws(YAMLError) in
          try reference(field, on: machine, needsHost: true)
        })
    case .absent: return .absent(try file(subject, on: machine))
    case .request:
      return .request(try file(subject, on: machine), try facts(fields, on: machine))
    case .certificate:
      return .certificate(try file(subject, on: machine), try facts(fields, on: machine))
    case .unread:
      return .unread(try file(subject, on: machine), try facts(fields, on: machine))
    case .match:
      let files = try subject.list(atMost: 2)
      guard files.count == 2 else {
        throw subject.refused("two files belong here: a key, and a certificate or request")
      }
      return .match(key: try file(files[0], on: machine), with: try file(files[1], on: machine))
    case .verify:
      let parts = try Fields(subject, keys: VerifyKey.self)
      return .verify(
        certificate: try file(parts.required(.certificate), on: machine),
        bundle: try file(parts.required(.bundle), on: machine))
    case .chain: return .chain(try file(subject, on: machine), try chainFacts(fields, on: machine))
    case .issued:
      return .issued(try issuedFacts(Fields(subject, keys: IssuedKey.self), on: machine))
    default: return try answer(subject, on: machine)
    }
  }
}
