import Ledger
import PKI

/// The attributes of one command line, each at most once.
struct CSRAttributes {
  private let values: [CSRAttribute: String]

  /// Reads `NAME:value` words.
  ///
  /// Unknown names, empty values, repetitions and control characters get the answer the lab page
  /// knows for stray characters; that it is the same one is INFERRED.
  init(_ words: [String]) throws(Refusal) {
    var values: [CSRAttribute: String] = [:]
    for word in words {
      guard let colon = word.utf8.firstIndex(of: UInt8(ascii: ":")),
        let attribute = CSRAttribute.allCases.first(where: {
          $0.name.hasSameBytes(as: word[..<colon])
        }), values[attribute] == nil
      else { throw Refusal(MMPMessages.invalidArgument) }
      let value = word[word.utf8.index(after: colon)...]
      guard !value.isEmpty, !value.unicodeScalars.contains(where: \.isControl) else {
        throw Refusal(MMPMessages.invalidArgument)
      }
      values[attribute] = String(value)
    }
    self.values = values
  }

  /// The value of one attribute; nil if not given.
  subscript(attribute: CSRAttribute) -> String? { values[attribute] }

  /// The subject, in the order C, ST, L, O, OU, CN of the only known certificate made for a CMS
  /// (TAC 212217), whatever the order typed; e-mail last. INFERRED.
  var subject: DistinguishedName {
    DistinguishedName(
      DistinguishedName.Attribute.allCases.compactMap { attribute in
        CSRAttribute.allCases.first { $0.subjectAttribute == attribute }
          .flatMap { values[$0] }.map { (attribute, $0) }
      })
  }

  /// The alternative names: the CN as a DNS name, then the list as typed, repetitions kept.
  /// Empty if `subjectAltName` was not given. INFERRED from TAC 212217 (pki.md 1.1).
  func alternativeNames() throws(Refusal) -> [AlternativeName] {
    guard let list = values[.subjectAltName] else { return [] }
    var names: [AlternativeName] = []
    if let cn = values[.commonName], AlternativeName.isHostName(cn) { names.append(.dns(cn)) }
    let comma = UInt8(ascii: ",")
    for entry in list.utf8.split(separator: comma, omittingEmptySubsequences: false) {
      guard let name = AlternativeName(Substring(entry)) else {
        throw Refusal(MMPMessages.invalidArgument)
      }
      names.append(name)
    }
    return names
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character (C0, DEL, C1).
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
