import Lab

/// The reader of scenarios: what it accepts is described, but not built, which takes too long.
func fuzzWorlds(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let source = Array(UnsafeBufferPointer(start: bytes, count: count))
  do {
    let description = try WorldDescription(scenario: Scenario(name: "fuzz", source: source))
    precondition(!description.outline(pod: 3).appliances.isEmpty)
  } catch {
    let parts = "\(error)".split(separator: ":")
    precondition(parts.count > 3 && Int(parts[1]) != nil && Int(parts[2]) != nil)
  }
  return 0
}
