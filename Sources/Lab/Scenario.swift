package import YAML

/// A world with a fault in it: what differs from the lab page's.
public struct Scenario: Sendable {
  /// What `--scenario` calls it.
  public let name: String
  /// What it is called in a heading; nil if it has no title.
  public let title: String?
  /// What it teaches, in a paragraph.
  public let purpose: String
  /// How far the lab page has been followed when the trainee arrives.
  public let page: Page
  /// What goes wrong in it at the end: it can also befall a world that is there already.
  public let fault: Fault
  /// What is taught in it.
  package let lesson: Lesson
  /// The bytes it was read from.
  public let source: [UInt8]
  /// The mappings that are laid over the lab page's world; nil for none.
  let world: Field?

  /// How far the lab page has been followed.
  public enum Page: String, Sendable, CaseIterable {
    /// Not at all.
    case untouched
    /// To its end.
    case done
  }

  /// What a trainee is told on arrival, with `$pod` in it yet; nil for nothing.
  public var briefing: String? { lesson.briefing.flatMap { try? $0.string() } }

  /// What stands in its file for whoever reads tasks; nil for what is not there.
  package struct Lesson: Sendable {
    /// What is told on arrival: a text.
    package let briefing: Field?
    /// The values of variables.
    package let variables: Field?
    /// The transcript that solves all tasks.
    package let solve: Field?
    /// How much a check tells.
    package let tell: Field?
    /// The machine that checks look at unless they say otherwise.
    package let on: Field?
    /// The tasks.
    package let tasks: Field?
  }

  /// The largest file that is taken for a scenario, in bytes.
  public static let largestFile = Node.largestFile

  /// A scenario from the bytes of a file. Its world is read when it is described.
  public init(name: String, source: [UInt8]) throws(WorldError) {
    self.name = name
    self.source = source
    do throws(YAMLError) {
      // Files from before there were faults have the world's keys at the top.
      let node = try Node(reading: source, file: name)
        .gathering(WorldKey.allCases.map(\.rawValue), under: ScenarioKey.world.rawValue)
      let fields = try Fields(Field(node), keys: ScenarioKey.self)
      title = try fields[.title].map(Self.paragraph)
      purpose = try Self.paragraph(fields.required(.purpose))
      page = try fields[.page]?.word() ?? .untouched
      world = fields[.world]
      fault = try fields[.fault].map(Fault.init(reading:)) ?? Fault()
      lesson = Lesson(
        briefing: fields[.briefing], variables: fields[.variables], solve: fields[.solve],
        tell: fields[.tell], on: fields[.on], tasks: fields[.tasks])
      _ = try lesson.briefing?.string()
    } catch {
      throw WorldError(error)
    }
  }

  /// Those that come with the program, in the order in which they are best met.
  public static var all: [Scenario] {
    EmbeddedFile.scenarios.compactMap(built)
  }

  /// The one of that name, which may be a neutral one; nil if there is none. It is called by the
  /// name that was asked for.
  public static func named(_ name: String) -> Scenario? {
    let own = ownName(of: name)
    guard let file = EmbeddedFile.scenarios.first(where: { $0.name == own }) else { return nil }
    return try? Scenario(name: name, source: file.bytes)
  }

  private static func built(of file: EmbeddedFile) -> Scenario? {
    try? Scenario(name: file.name, source: file.bytes)
  }

  /// A text in one line.
  private static func paragraph(_ field: Field) throws(YAMLError) -> String {
    let words = try field.string().split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { throw field.refused("this is empty") }
    return words.joined(separator: " ")
  }
}
