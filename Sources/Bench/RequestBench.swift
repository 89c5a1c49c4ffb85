import Appliance
import Console
import Glibc
import Lab
import MMPShell
import PKI
import Store

extension Bench {
  /// What a state file costs `pki csr`: usually, and once in a thousand times. Keys are ready, as
  /// their luck would hide it, and what happens is written down behind it all the while.
  static func requestFigures(in work: Workload) -> [() -> Figure] {
    let times = RequestTimes(in: work)
    let name = "pki csr, kept in a state file"
    return [
      {
        Figure(
          name: name, value: (times.all.kept.median - times.all.forgotten.median) * 1e3,
          reference: 0.3, referenceName: "bound", unit: "ms", target: 1)
      },
      {
        let kept = times.all.kept.sorted()
        let slow = kept[kept.count * 999 / 1_000] - times.all.forgotten.median
        return Figure(
          name: "  the slowest of a thousand", value: slow * 1e3, reference: 10,
          referenceName: "bound", unit: "ms", target: 1)
      },
    ]
  }
}

/// How long `pki csr` takes with and without a state file, in seconds; measured when first asked.
private final class RequestTimes {
  private static let rounds = 4
  private static let count = 1_500

  private let folder: String

  init(in work: Workload) { folder = work.folder }

  lazy var all: (kept: [Double], forgotten: [Double]) = {
    guard let keys = ReadyKey() else { return ([.infinity], [0]) }
    var (kept, forgotten): ([Double], [Double]) = ([], [])
    for round in 0..<Self.rounds {
      forgotten += Self.seconds(with: keys) { _ in }
      kept += Self.seconds(with: keys) { world in
        let file = try StateFile("\(folder)/requests-\(round).mmp", .existingOrNew)
        let origin = AttemptRow.Origin(nil, release: .default, clock: nil)
        try Archive(file) { _ in }.begin(world, as: origin, why: "fresh", now: 0)
      }
    }
    return (kept, forgotten)
  }()

  /// The seconds of each of many requests in a world of their own.
  private static func seconds(
    with keys: ReadyKey, prepare: (World) throws -> Void
  ) -> [Double] {
    let now = Int64(time(nil))
    guard let world = try? World(keys: keys, clock: { now * 1_000 }, now: { now }),
      (try? prepare(world)) != nil, let appliance = world.appliances["cms1a"]
    else { return [.infinity] }
    let session = PipedSession(appliance.frontDoor.console().session(), screen: TextScreen())
    session.start()
    let times = (0..<count).map { number in
      let start = Clock.now
      session.feed(Array("pki csr a\(number) CN:a.lab\n".utf8))
      return Clock.now - start
    }
    return appliance.files.count >= count * 2 ? times : [.infinity]
  }
}

/// A key that was searched for before.
private struct ReadyKey: KeySource {
  private let key: PrivateKey

  init?() {
    guard let key = try? OpenSSLKeySource().rsaKey(bits: 2048, progress: { _ in true }) else {
      return nil
    }
    self.key = key
  }

  func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? { key }
}
