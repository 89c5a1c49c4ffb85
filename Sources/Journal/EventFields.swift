/// Reads what the journal's lines of JSON say, for those who keep them.
package enum EventFields {
  /// The texts and numbers of a line by their names, all as texts; what stands in an object has the
  /// object's name and a dot in front of its own. Nil for what is no such line.
  package static func read(_ line: String) -> [String: String]? {
    var reader = Reader(bytes: Array(line.utf8))
    return reader.object()
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    mutating func object() -> [String: String]? {
      guard take("{") else { return nil }
      var fields: [String: String] = [:]
      while !take("}") {
        guard let name = string(), take(":") else { return nil }
        if next == UInt8(ascii: "\"") {
          guard let text = string() else { return nil }
          fields[name] = text
        } else if next == UInt8(ascii: "{") {
          guard let inner = object() else { return nil }
          for (key, value) in inner { fields["\(name).\(key)"] = value }
        } else {
          fields[name] = word()
        }
        if !take(",") {
          guard next == UInt8(ascii: "}") else { return nil }
        }
      }
      return fields
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
      guard next == UInt8(ascii: sign) else { return false }
      position += 1
      return true
    }

    /// A number or a word such as `false`.
    private mutating func word() -> String {
      let word = bytes[position...].prefix { !",}".utf8.contains($0) }
      position = word.endIndex
      return String(decoding: word, as: UTF8.self)
    }

    private mutating func string() -> String? {
      guard take("\"") else { return nil }
      var text: [UInt8] = []
      while let byte = next, byte != UInt8(ascii: "\"") {
        position += 1
        guard byte == UInt8(ascii: "\\") else {
          text.append(byte)
          continue
        }
        guard let sign = escape() else { return nil }
        text += sign
      }
      return take("\"") ? String(decoding: text, as: UTF8.self) : nil
    }

    private mutating func escape() -> [UInt8]? {
      guard let sign = next else { return nil }
      position += 1
      switch sign {
      case UInt8(ascii: "n"): return [0x0A]
      case UInt8(ascii: "r"): return [0x0D]
      case UInt8(ascii: "t"): return [0x09]
      case UInt8(ascii: "u"):
        let digits = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
        guard let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number) else {
          return nil
        }
        position += 4
        return Array(String(Character(scalar)).utf8)
      default: return [sign]
      }
    }
  }
}
