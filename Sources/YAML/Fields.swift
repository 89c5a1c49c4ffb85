import Words

/// The values of a mapping whose keys are those that `Key` has, and no other.
public struct Fields<Key: RawRepresentable<String> & CaseIterable> {
  /// Where the mapping stands.
  public let origin: Origin
  private let fields: [String: Field]

  /// The values of a mapping.
  ///
  /// - Throws: if it is none, or has a key that `Key` has not; the nearest right one is named.
  public init(_ field: Field, keys: Key.Type = Key.self) throws(YAMLError) {
    guard case .mapping(let members) = field.node.content else { throw field.misfit("a mapping") }
    var fields: [String: Field] = [:]
    for member in members {
      let text = member.key.text
      let path = Field.path(field.path, text)
      guard Key(rawValue: text) != nil else {
        let hint = Hint.words(for: text, among: Key.allCases.map(\.rawValue))
        throw Origin(place: member.place, path: path).refused("unknown key\(hint)")
      }
      fields[text] = Field(member.value, path: path)
    }
    origin = field.origin
    self.fields = fields
  }

  /// The value behind a key; nil if it is not there.
  public subscript(key: Key) -> Field? { fields[key.rawValue] }

  /// The value behind a key that has to be there.
  public func required(_ key: Key) throws(YAMLError) -> Field {
    guard let field = fields[key.rawValue] else {
      throw Origin(place: origin.place, path: Field.path(origin.path, key.rawValue))
        .refused("this key is missing")
    }
    return field
  }
}

/// The end of a sentence about a wrong word.
public enum Hint {
  /// The nearest right word; empty if none is near.
  public static func nearest(to text: String, among words: [String]) -> String {
    NearestWord.hint(for: text, among: words, write: Shown.quoted) ?? ""
  }

  /// The nearest right word, else all of them if they are few.
  public static func words(for text: String, among words: [String]) -> String {
    let nearest = nearest(to: text, among: words)
    guard nearest.isEmpty else { return nearest }
    guard (1...20).contains(words.count) else { return "" }
    return "; there is " + words.map(Shown.plain).joined(separator: ", ")
  }
}
