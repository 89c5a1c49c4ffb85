import Classroom
import Lab

/// The readers of scenarios, rosters and lists of passwords. A world that is accepted is described, but
/// not built, which takes too long.
func fuzzWorlds(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let source = Array(UnsafeBufferPointer(start: bytes, count: count))
  fuzzRoster(source)
  do {
    let description = try WorldDescription(scenario: Scenario(name: "fuzz", source: source))
    precondition(!description.outline(pod: 3).appliances.isEmpty)
  } catch {
    let parts = "\(error)".split(separator: ":")
    precondition(parts.count > 3 && Int(parts[1]) != nil && Int(parts[2]) != nil)
  }
  return 0
}

private func fuzzRoster(_ source: [UInt8]) {
  do throws(CSVError) {
    let roster = try Roster(reading: source, file: "fuzz", pods: 1...3)
    precondition((1...3).contains(roster.trainees.count))
  } catch {
    precondition("\(error)".hasPrefix("fuzz:"))
  }
  _ = try? PasswordSource(reading: source, file: "fuzz", pods: 1...3)
}
