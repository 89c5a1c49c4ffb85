import Synchronization

/// Wrong passwords given lately at one door, counted by source and account together: whoever guesses
/// waits longer each time, while others at the same address, or who want into the same account from
/// elsewhere, do not.
final class FailedLogins: Sendable {
  private struct Target: Hashable {
    let source: Source
    let account: String
  }

  private struct Record {
    var count = 0
    /// When the last one came, by ``MonotonicTime``.
    var last = 0
  }

  /// The longest an answer is held back, in milliseconds.
  static let longestDelay = 2_000
  /// How long one is remembered that no other follows, in milliseconds.
  static let memory = 300_000
  /// How many sources and accounts are remembered.
  static let capacity = 4_096
  /// How much of a name counts, in bytes: strangers choose it.
  private static let nameLength = 64

  private let records = Mutex<[Target: Record]>([:])

  /// How many sources and accounts are remembered now.
  var count: Int { records.withLock { $0.count } }

  /// Takes a wrong password down; how long its answer is to be held back, in milliseconds: `delay`
  /// the first time, then twice as long each time.
  func add(_ account: String, from source: Source, at now: Int, delay: Int) -> Int {
    let target = Self.target(account, source)
    let count = records.withLock { records in
      if records[target] == nil, records.count >= Self.capacity { Self.makeRoom(in: &records, now) }
      var record = records[target] ?? Record()
      if now - record.last > Self.memory { record.count = 0 }
      record.count += 1
      record.last = now
      records[target] = record
      return record.count
    }
    return min(delay << min(count - 1, 8), max(delay, Self.longestDelay))
  }

  /// The right password has come: what was wrong before was mistyped.
  func forget(_ account: String, from source: Source) {
    records.withLock { $0[Self.target(account, source)] = nil }
  }

  private static func target(_ account: String, _ source: Source) -> Target {
    Target(
      source: source, account: String(decoding: account.utf8.prefix(nameLength), as: UTF8.self))
  }

  private static func makeRoom(in records: inout [Target: Record], _ now: Int) {
    records = records.filter { now - $0.value.last <= memory }
    guard records.count >= capacity else { return }
    // Half of them at once: a search for each newcomer would be work for whoever floods.
    let times = records.values.map(\.last).sorted()
    let middle = times[times.count / 2]
    records = records.filter { $0.value.last > middle }
  }
}
