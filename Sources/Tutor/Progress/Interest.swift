import Journal

/// What a check looks at, as far as an event can tell that it may be otherwise now.
struct Interest: Sendable {
  /// Names of files, without folders and in lower case, by machine.
  private var files: [String: Set<String>] = [:]
  /// Machines of which everything counts.
  private var machines: Set<String> = []
  private var wantsIssued = false

  /// What a check looks at.
  init(of check: Check) { add(check) }

  /// Files of a machine; another's may stand in front of a slash.
  init(in files: [String], on host: String) { add(files.map(Optional.some), at: host) }

  /// Whether an event may have to do with it.
  func includes(_ event: Event) -> Bool {
    switch event.kind {
    case .stored(let file), .replaced(let file): return includes([file.name], at: event.host)
    case .removed(let file):
      // What lay in a folder goes with it.
      return includes([file.name], at: event.host) || file.name.contains("\\") && has(event.host)
    case .renamed(let file, let from):
      return includes([file.name, from], at: event.host)
        || file.name.contains("\\") && has(event.host)
    case .issued: return wantsIssued
    case .changed, .rebooted, .key: return machines.contains(event.host)
    default: return false
    }
  }

  /// Whether both look at one file, or one at a machine on which the other has files.
  func overlaps(_ other: Interest) -> Bool {
    !machines.isDisjoint(with: other.machines)
      || machines.contains(where: other.has) || other.machines.contains(where: has)
      || files.contains { host, names in
        other.files[host].map { !$0.isDisjoint(with: names) } ?? false
      }
  }

  private func has(_ host: String) -> Bool { files[host] != nil }

  private func includes(_ names: [String], at host: String) -> Bool {
    if machines.contains(host) { return true }
    guard let files = files[host] else { return false }
    return names.contains { files.contains(Self.last(of: $0)) }
  }

  private mutating func add(_ check: Check) {
    let host = check.host
    switch check.condition {
    case .all(let checks), .any(let checks): for check in checks { add(check) }
    case .not(let check): add(check)
    case .file(let name, let other): add([name, other], at: host)
    case .absent(let name): add([name], at: host)
    case .request(let name, let facts), .certificate(let name, let facts),
      .unread(let name, let facts):
      add([name, facts.key], at: host)
    case .match(let key, let other): add([key, other], at: host)
    case .verify(let certificate, let bundle): add([certificate, bundle], at: host)
    case .chain(let name, let facts): add([name] + facts.parts.map(Optional.some), at: host)
    case .said(_, _, let occasion): add(occasion.files.map(Optional.some), at: host)
    case .answer: machines.insert(host)
    case .issued(let facts):
      wantsIssued = true
      add([facts.key], at: host)
    }
  }

  /// Adds files of a machine; the name of another may stand in front of a slash.
  private mutating func add(_ names: [String?], at host: String) {
    for case let name? in names {
      let parts = name.split(separator: "/", maxSplits: 1)
      let host = parts.count == 2 ? String(parts[0]) : host
      files[host, default: []].insert(Self.last(of: parts.last.map(String.init) ?? name))
    }
  }

  private static func last(of path: String) -> String {
    (path.split(separator: "\\").last.map(String.init) ?? path).lowercased()
  }
}

/// A condition that a message was said, and where it stands in its check.
struct SaidCondition: Sendable {
  /// The path, as ``Finding/seen`` has it.
  let path: String
  let host: String?
  private let id: String
  private let values: [String: String]
  let occasion: Check.Occasion

  init(
    path: String, host: String?, id: String, values: [String: String], occasion: Check.Occasion
  ) {
    self.path = path
    self.host = host
    self.id = id
    self.values = values
    self.occasion = occasion
  }

  /// Whether it is about this message.
  func isMet(by said: Said) -> Bool {
    said.answers(id: id, values: values, host: host, command: occasion.command)
  }

  /// What is remembered of it once it is met; nil if a file that it is about is not there.
  func mark(in look: Look?) -> String? {
    guard !occasion.files.isEmpty else { return path }
    return look?.state(of: occasion.files, on: host ?? "cms1a")
      .map { SeenMarks.mark(path, with: $0) }
  }
}

extension Check {
  /// The machine it looks at, as events call it.
  var host: String { machine ?? "cms1a" }

  /// Where the condition of that number in the one at `path` stands, as ``Finding/seen`` has it.
  static func path(_ path: String, _ index: Int) -> String {
    path == "/" ? "/\(index)" : "\(path)/\(index)"
  }

  /// The conditions in it that something was said.
  func saidConditions(at path: String = "/") -> [SaidCondition] {
    func inner(_ checks: [Check]) -> [SaidCondition] {
      checks.enumerated().flatMap { index, check in
        check.saidConditions(at: Self.path(path, index))
      }
    }
    return switch condition {
    case .all(let checks), .any(let checks): inner(checks)
    case .not(let check): inner([check])
    case .said(let id, let values, let occasion):
      [SaidCondition(path: path, host: machine, id: id, values: values, occasion: occasion)]
    default: []
    }
  }
}

extension LabTask {
  /// The machine that events about it name where nothing else does: the first that is looked at.
  var host: String { check.firstHost }
}

extension Check {
  fileprivate var firstHost: String {
    switch condition {
    case .all(let checks), .any(let checks): checks.first?.firstHost ?? host
    case .not(let check): check.firstHost
    default: host
    }
  }
}
