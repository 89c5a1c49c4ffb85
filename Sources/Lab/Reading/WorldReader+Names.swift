import Words
import YAML

/// Names that something else in the file has to declare.
extension WorldReader {
  /// An identity, which somebody has to have declared.
  func identity(_ field: Field) throws(YAMLError) -> String {
    try declared(field, among: identities, "is no identity")
  }

  /// A key: an identity's or a ready one.
  func key(_ field: Field) throws(YAMLError) -> String {
    let names = ReadyKeys.names + identities.filter { !ReadyKeys.names.contains($0) }
    return try declared(field, among: names, "is no identity and no ready key")
  }

  /// An authority of this world.
  func authorityName(_ field: Field) throws(YAMLError) -> String {
    try declared(field, among: authorities, "is no authority of this world")
  }

  /// An authority of this world, or the chain of those that the one is part of that issues.
  func authorityOrChain(_ field: Field) throws(YAMLError) -> String {
    try declared(field, among: authorities + ["chain"], "is no authority of this world")
  }

  /// A file of PC1's. PC1's own files come from nowhere else.
  func workstationFile(_ field: Field) throws(YAMLError) -> String {
    // The page's appliances have files from PC1 that a list of the author's own may lack.
    if let list = workstationList, Self.isOurs(field.origin), !Self.isOurs(list) {
      let text = filled(try field.string())
      guard workstationFiles.contains(text) else {
        throw list.refused("\(text) is missing, which \(field.path) has from here")
      }
    }
    return try declared(
      field, among: workstationFiles, "is no file of PC1 that could have come here")
  }

  /// Whether it stands in a file of the lab page's worlds, not in the author's.
  private static func isOurs(_ origin: Origin) -> Bool {
    [EmbeddedFile.pod7, .pageDone].contains { $0.fileName == origin.place.file }
  }

  private func declared(
    _ field: Field, among names: [String], _ sentence: String
  ) throws(YAMLError) -> String {
    let text = try field.string()
    guard names.contains(filled(text)) else {
      throw field.undeclared(filled(text), among: names, sentence)
    }
    return text
  }
}
