/// The variables of a command window.
struct Variables {
  private var values: [String: (name: String, value: String)] = [:]

  /// Windows keeps 32,767 characters of them.
  private static let maximumSize = 32_767

  /// The value of a variable, found in any case.
  subscript(name: String) -> String? { values[name.lowercased()]?.value }

  /// All that start with `prefix`, in order of their names.
  func starting(with prefix: String) -> [(name: String, value: String)] {
    values.filter { $0.key.hasPrefix(prefix.lowercased()) }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  /// Sets a variable, or with an empty value takes it away; false if there is no room.
  mutating func set(_ name: String, to value: String) -> Bool {
    let key = name.lowercased()
    guard !value.isEmpty else {
      values[key] = nil
      return true
    }
    let size = values.reduce(name.utf16.count + value.utf16.count) { sum, entry in
      entry.key == key ? sum : sum + entry.key.utf16.count + entry.value.value.utf16.count
    }
    guard size <= Self.maximumSize else { return false }
    values[key] = (values[key]?.name ?? name, value)
    return true
  }

  /// `line` with `%name%` replaced wherever `value` knows the name; the rest stays as typed.
  static func expand(_ line: String, value: (String) -> String?) -> String {
    guard line.utf8.contains(UInt8(ascii: "%")) else { return line }
    var result = ""
    var rest = line[...]
    while let open = rest.firstIndex(of: "%") {
      result += rest[..<open]
      let behind = rest.index(after: open)
      if let close = rest[behind...].firstIndex(of: "%"), close > behind,
        let value = value(String(rest[behind..<close]))
      {
        result += value
        rest = rest[rest.index(after: close)...]
      } else {
        result += "%"
        rest = rest[behind...]
      }
    }
    return result + rest
  }
}
