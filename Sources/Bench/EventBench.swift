import Appliance
import Glibc
import Journal
import MMPShell

extension Bench {
  /// What an event costs that is told to the appliance's log alone, beside a line of a log as a C
  /// program writes it: two looks at the clock, the time as text, the line in a buffer.
  static func eventFigure() -> Figure {
    let count = 100_000
    var ratios: [(ours: Double, theirs: Double)] = []
    for _ in 0..<9 {
      ratios.append((ours: logged(count), theirs: written(count)))
    }
    return Figure(
      name: "an event, told to the log", value: ratios.map(\.ours).median * 1e6,
      reference: ratios.map(\.theirs).median * 1e6, referenceName: "a line in C", unit: "us",
      target: 15)
  }

  /// The seconds of one line that a visitor from the network types, from commitment to log.
  private static func logged(_ count: Int) -> Double {
    let now: @Sendable () -> Int64 = { Int64(time(nil)) }
    let milliseconds: @Sendable () -> Int64 = {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
    let appliance = Appliance(
      hostname: "cms1a", journal: Journal(clock: milliseconds, labClock: now), now: now)
    appliance.keepLog()
    let caller = appliance.frontDoor.caller(from: .network(address: "192.0.2.1", port: 50_000))
    guard case .admitted(let pass) = caller.offer(password: "c1sco123", of: "admin") else {
      return .infinity
    }
    let presence = pass.visit(.terminal).presence
    let start = Clock.now
    for _ in 0..<count {
      presence.record(
        .typed(Event.Typed(line: "pki list", isCommand: true, isPermitted: true)))
    }
    return (Clock.now - start) / Double(count)
  }

  /// The seconds of one line in C.
  private static func written(_ count: Int) -> Double {
    var log: [CChar] = []
    var line = [CChar](repeating: 0, count: 256)
    let start = Clock.now
    for _ in 0..<count {
      var now = timespec()
      clock_gettime(CLOCK_REALTIME, &now)
      var seconds = time(nil)
      var parts = tm()
      gmtime_r(&seconds, &parts)
      let length = strftime(
        &line, line.count,
        "%Y-%m-%dT%H:%M:%S.000 local0.info cms1a cli: User admin from 192.0.2.1:50000 "
          + "issued command < pki list>: permission granted\n", &parts)
      log.append(contentsOf: line.prefix(length))
      if log.count > 1 << 20 { log.removeAll(keepingCapacity: true) }
    }
    return (Clock.now - start) / Double(count)
  }
}
