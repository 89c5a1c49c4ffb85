internal import PKI

/// The numbers an authority has given, and what became of the last requests.
///
/// A real authority keeps all of them in its database. Here a trainee who sends one request after
/// the other must not fill the memory.
struct RequestBook {
  /// What became of a request.
  enum Outcome {
    case issued(Issued)
    case denied(Denial.Reason)

    /// Its bytes, near enough.
    fileprivate var size: Int {
      switch self {
      case .issued(let issued): issued.certificate.der.count
      case .denied(.refused(_, let template)): template?.utf8.count ?? 0
      case .denied: 0
      }
    }
  }

  /// How many outcomes are kept.
  static let mostOutcomes = 256
  /// How many bytes they may have together.
  static let mostBytes = 1 << 20

  private var next: UInt32
  private var outcomes: [(id: UInt32, outcome: Outcome, size: Int)] = []
  private var bytes = 0

  /// A book whose first request gets number `next`.
  init(next: UInt32) { self.next = next }

  /// A number for a request.
  mutating func takeNumber() -> UInt32 {
    defer { next &+= 1 }
    return next
  }

  /// Takes a number that was given before, and those in front of it.
  mutating func skip(to id: UInt32) {
    if id >= next { next = id &+ 1 }
  }

  /// Keeps what became of a request; the oldest make room.
  mutating func enter(_ outcome: Outcome, for id: UInt32) {
    let size = outcome.size
    outcomes.append((id, outcome, size))
    bytes += size
    while outcomes.count > Self.mostOutcomes || (bytes > Self.mostBytes && outcomes.count > 1) {
      bytes -= outcomes.removeFirst().size
    }
  }

  /// The certificates among the outcomes, the oldest first.
  var issued: [Certificate] {
    outcomes.compactMap { entry in
      if case .issued(let issued) = entry.outcome { issued.certificate } else { nil }
    }
  }

  /// What became of the request with that number; nil if there is none, or it is long ago.
  func outcome(of id: UInt32) -> Outcome? {
    outcomes.last { $0.id == id }?.outcome
  }
}
