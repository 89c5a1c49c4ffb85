import Appliance
import PKI
import Words
import Workstation

/// What a text in a file of tasks has to be.
struct TaskTextRule: Sendable {
  let isKept: @Sendable (String) -> Bool
  /// What is said of a text that is not.
  let sentence: String
  /// Whether `$name`, which may be anything, can stand in it.
  let mayHaveName: Bool

  private init(
    _ sentence: String, mayHaveName: Bool = false, isKept: @escaping @Sendable (String) -> Bool
  ) {
    self.sentence = sentence
    self.mayHaveName = mayHaveName
    self.isKept = isKept
  }

  /// Something to be read, with several lines.
  static let prose = TaskTextRule("has more than 16384 bytes", mayHaveName: true) {
    $0.utf8.count <= 16_384
  }

  /// Something to be read, in a line.
  static let line = TaskTextRule("is no text of one line, up to 200 bytes", mayHaveName: true) {
    $0.utf8.count <= 200 && !$0.utf8.contains(0x0A)
  }

  /// What a trainee might type, or what might be said.
  static let value = TaskTextRule("is no text of one line, up to 1024 bytes", mayHaveName: true) {
    $0.utf8.count <= 1_024 && !$0.utf8.contains(0x0A)
  }

  /// A command line.
  static let command = TaskTextRule("is no command in a line, up to 1024 bytes") {
    $0.utf8.count <= 1_024 && !$0.utf8.contains(0x0A)
  }

  /// What a task is known by.
  static let id = TaskTextRule("is no id: 1 to 64 letters, digits and inner hyphens") { text in
    (1...64).contains(text.utf8.count) && text.first != "-" && text.last != "-"
      && text.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
  }

  /// A word of the author's own, behind a dollar sign.
  static let variable = TaskTextRule(
    "is no variable: up to 32 letters and digits, a letter first"
  ) { text in
    (1...32).contains(text.utf8.count) && text.utf8.allSatisfy(\.isLetterOrDigit)
      && text.utf8.first.map { !(0x30...0x39).contains($0) } ?? false
  }

  /// A file of an appliance.
  static let fileName = TaskTextRule(
    "is no file name: letters, digits, '.', '-' and '_'", isKept: { FileName.isValid($0) })

  /// A file in PC1's folder.
  static let driveName = TaskTextRule(
    "is no name of a file on Windows", isKept: { DriveName.isValid($0) })

  /// The subject of a certificate.
  static let commonName = TaskTextRule(
    "is no common name: 1 to 64 characters in a line", mayHaveName: true
  ) { (1...64).contains($0.count) && !$0.utf8.contains(0x0A) }

  /// An entry of a subject alternative name.
  static let alternativeName = TaskTextRule(
    "is no alternative name: a DNS name, an address or a mailbox"
  ) { AlternativeName($0) != nil }
}
