internal import PKI

/// How long an attribute of a subject may be, in characters.
///
/// The limits are those of X.520 as AD CS keeps them (`EnforceX500NameLengths`); of an attribute that
/// is not among them nothing is known.
enum SubjectRule {
  /// Whether the value is a text, has no NUL in it and is not too long.
  static func isKept(_ attribute: SubjectAttribute) -> Bool {
    guard let value = attribute.value else { return false }
    guard !value.utf16.contains(0) else { return false }
    return value.utf16.count <= limits[attribute.type] ?? .max
  }

  private static let limits = [
    "2.5.4.3": 64,  // Common name
    "2.5.4.4": 40,  // Surname
    "2.5.4.5": 1024,  // Serial number of a device
    "2.5.4.6": 2,  // Country
    "2.5.4.7": 128,  // Locality
    "2.5.4.8": 128,  // State
    "2.5.4.9": 30,  // Street address
    "2.5.4.10": 64,  // Organization
    "2.5.4.11": 64,  // Organizational unit
    "2.5.4.12": 64,  // Title
    "2.5.4.42": 16,  // Given name
    "2.5.4.43": 5,  // Initials
    "0.9.2342.19200300.100.1.25": 128,  // Domain component
    "1.2.840.113549.1.9.1": 128,  // E-mail address
    "1.2.840.113549.1.9.2": 1024,  // Unstructured name
    "1.2.840.113549.1.9.8": 1024,  // Unstructured address
  ]
}
