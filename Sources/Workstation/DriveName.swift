/// The names Windows gives to files and folders.
public enum DriveName {
  /// Longest name, in UTF-16 units.
  public static let maximumLength = 255

  /// Whether a file or folder may have this name.
  public static func isValid(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf16.count <= maximumLength, !isDevice(name) else { return false }
    guard let last = name.unicodeScalars.last, last != ".", last != " " else { return false }
    return name.unicodeScalars.allSatisfy { $0.value >= 32 && !reserved.contains($0) }
  }

  /// Whether the name means a device, with or without an extension: `nul`, `CON.txt`, `com1`.
  public static func isDevice(_ name: String) -> Bool {
    guard name.utf16.count <= maximumLength else { return false }
    let stem = name.prefix { $0 != "." && $0 != ":" }.lowercased().trimmingTrailingBlanks
    return devices.contains(stem)
  }

  /// The name as Windows reads it: dots and blanks at its end do not count.
  public static func withoutTail(_ name: Substring) -> Substring {
    name.dropLast(name.reversed().prefix { $0 == "." || $0 == " " }.count)
  }

  private static let reserved: Set<Unicode.Scalar> = [
    "<", ">", ":", "\"", "/", "\\", "|", "?", "*",
  ]

  private static let devices: Set<String> = {
    let numbered = ["com", "lpt"].flatMap { port in (1...9).map { "\(port)\($0)" } }
    return Set(["con", "prn", "aux", "nul"] + numbered)
  }()
}

/// Names in the order of an NTFS index: by UTF-16 units, small letters as capitals. Hence
/// `cms1a-fullchain.cer` before `cms1a.cer`, and `_` behind the letters.
struct NTFSOrder: Comparable {
  private let units: [UInt16]

  init(_ name: String) { units = name.utf16.map(Self.capital) }

  static func < (left: Self, right: Self) -> Bool {
    left.units.lexicographicallyPrecedes(right.units)
  }

  /// The capital of a unit, where it has one of a single unit.
  static func capital(_ unit: UInt16) -> UInt16 {
    guard unit >= 0x61 else { return unit }
    guard unit > 0x7F else { return unit <= 0x7A ? unit - 0x20 : unit }
    guard let scalar = Unicode.Scalar(unit) else { return unit }
    let capital = scalar.properties.uppercaseMapping.utf16
    return capital.count == 1 ? capital.first ?? unit : unit
  }
}

extension String {
  /// The string without blanks at its end.
  var trimmingTrailingBlanks: String {
    String(dropLast(reversed().prefix { $0 == " " || $0 == "\t" }.count))
  }
}
