/// What the scenarios of the program are called: by own names, which tell what is wrong in them, and by
/// neutral ones, for trainees who are to find that out.
extension Scenario {
  /// The own names of those that come with the program.
  public static var names: [String] { EmbeddedFile.scenarios.map(\.name) }

  /// The names that give nothing away, in the same order: neutral ones, and the own ones of those
  /// without a fault.
  public static var neutralNames: [String] {
    var count = 0
    return names.map { name in
      guard !withoutFault.contains(name) else { return name }
      count += 1
      return "fault-\(count < 10 ? "0" : "")\(count)"
    }
  }

  /// Every name that one of them has.
  public static var allNames: [String] {
    names + neutralNames.filter { !withoutFault.contains($0) }
  }

  /// The own name of the one that is called so; nil if none is.
  public static func ownName(of name: String) -> String? {
    let names = names
    if names.contains(name) { return name }
    return neutralNames.firstIndex(of: name).map { names[$0] }
  }

  /// The name that gives nothing away; its own for one that does not come with the program.
  public var neutralName: String {
    Self.names.firstIndex(of: Self.ownName(of: name) ?? "").map { Self.neutralNames[$0] } ?? name
  }

  /// Those whose names give nothing away.
  private static let withoutFault: Set = ["fresh", "workbench"]
}
