/// A place on drive C:, such as `C:\Users\admin\Desktop`. Upper and lower case are kept but do not
/// count when paths are compared.
public struct WindowsPath: Sendable, Hashable, CustomStringConvertible {
  /// The names from the root down; none for `C:\` itself.
  public let names: [String]

  /// A path by its names.
  public init(_ names: [String]) { self.names = names }

  /// The drive's root.
  public static let root = WindowsPath([])

  /// The path with backslashes, as programs print it.
  public var description: String { "C:\\" + names.joined(separator: "\\") }

  /// The last name; empty for the root.
  public var name: String { names.last ?? "" }

  /// The folder it lies in; the root lies in itself.
  public var parent: WindowsPath { WindowsPath(names.dropLast()) }

  /// The path one name further down.
  public func appending(_ name: String) -> WindowsPath { WindowsPath(names + [name]) }

  /// What a typed path means in the folder `self`: `.` and `..`, slashes of both kinds and a
  /// leading `C:` or `\` are understood. Nil for another drive or a network path.
  public func resolving(_ typed: String) -> WindowsPath? {
    var rest = typed.replacing("/", with: "\\")[...]
    guard !rest.hasPrefix("\\\\") else { return nil }
    var names = self.names
    if rest.dropFirst().hasPrefix(":") {
      guard rest.prefix(1).lowercased() == "c" else { return nil }
      rest = rest.dropFirst(2)
    }
    if rest.hasPrefix("\\") { names = [] }
    for name in rest.split(separator: "\\") {
      switch name {
      case ".": break
      case "..": _ = names.popLast()
      default: names.append(String(name))
      }
    }
    return WindowsPath(names)
  }

  /// Same names, whatever their case.
  public static func == (left: Self, right: Self) -> Bool { left.key == right.key }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }

  private var key: [String] { names.map { $0.lowercased() } }
}
