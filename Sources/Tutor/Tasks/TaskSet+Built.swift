private import CWorlds
import Lab

extension TaskSet {
  /// The sets that come with the program, in the order in which they are listed.
  public static var all: [TaskSet] { embedded.compactMap(built) }

  /// The names of these.
  public static var names: [String] { embedded.map { String(cString: $0.name) } }

  /// The set of that name, else the tasks of the scenario of that name; nil if there is neither.
  public static func named(_ name: String) -> TaskSet? {
    if let file = embedded.first(where: { String(cString: $0.name) == name }) {
      return built(file)
    }
    return Scenario.named(name).flatMap { try? TaskSet(of: $0) }
  }

  /// The bytes of the file that comes with the program under that name; nil if there is none.
  static func embeddedFile(_ name: String) -> UnsafeBufferPointer<UInt8>? {
    embedded.first { String(cString: $0.name) == name }.map {
      UnsafeBufferPointer(start: $0.bytes, count: $0.size)
    }
  }

  private static var embedded: [cworlds_file] {
    (0..<cworlds_task_set_count()).map { cworlds_task_set($0) }
  }

  private static func built(_ file: cworlds_file) -> TaskSet? {
    let name = String(cString: file.name)
    let source = Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
    return try? TaskSet(name: name, source: source, file: "\(name).yaml")
  }
}
