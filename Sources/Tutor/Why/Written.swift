import PKI
import Time
import Words

/// How facts are written.
enum Written {
  /// A moment by the lab's clock.
  static func time(_ time: UnixTime) -> String {
    let time = CalendarTime(time)
    return "\(time.date) \(time.clock)"
  }

  /// What was typed and said, in one line.
  static func heading(of incident: Incident) -> String {
    let said = plain(incident.text.split(whereSeparator: \.isNewline).joined(separator: " "), 300)
    let line = plain(incident.line, 120)
    return line.isEmpty ? said : "\(line): \(said)"
  }

  /// A file's or machine's name.
  static func name(_ name: String) -> String { Shown.plain(name) }

  /// Text without what a terminal would obey, cut at so many characters.
  static func plain(_ text: String, _ limit: Int) -> String {
    // In pieces: whoever shows text cuts it at sixty.
    var shown = ""
    var rest = text.unicodeScalars.prefix(limit)
    while !rest.isEmpty {
      shown += Shown.plain(String(String.UnicodeScalarView(rest.prefix(50))))
      rest = rest.dropFirst(50)
    }
    return text.unicodeScalars.count > limit ? shown + "..." : shown
  }

  /// Whom a certificate is for.
  static func holder(_ certificate: Certificate) -> String {
    name(certificate.commonName ?? certificate.subjectText)
  }

  /// Whom a certificate names as its issuer.
  static func issuer(_ certificate: Certificate) -> String {
    name(certificate.issuerCommonName ?? certificate.issuerText)
  }

  /// `1 byte`, `2 bytes`.
  static func count(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  /// `a`, `a and b`, `a, b and c`; of many the first and how many more.
  static func list(_ words: [String], most: Int = 6) -> String {
    guard words.count > 1 else { return words.first ?? "" }
    if words.count > most {
      return words.prefix(most).joined(separator: ", ") + " and \(words.count - most) more"
    }
    return words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
  }

  /// `1st`, `2nd`, `3rd`, `4th`.
  static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (1, let rest) where rest != 11: "st"
      case (2, let rest) where rest != 12: "nd"
      case (3, let rest) where rest != 13: "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  /// A name as a command line takes it; nil if nobody could type it.
  static func word(_ name: String) -> String? {
    guard (1...200).contains(name.utf8.count), name.utf8.allSatisfy({ (0x20...0x7E).contains($0) }),
      !name.utf8.contains(UInt8(ascii: "\""))
    else { return nil }
    return name.utf8.contains(0x20) ? "\"\(name)\"" : name
  }

  /// A command of such names; nothing if one of them cannot be typed.
  static func command(_ words: String...) -> [String] {
    let written = words.compactMap(word)
    return written.count == words.count ? [written.joined(separator: " ")] : []
  }
}
