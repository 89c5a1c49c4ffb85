import Words

/// A table whose columns are known, in whatever order its header has them.
struct CSVTable<Column: Hashable & CaseIterable & RawRepresentable<String>> {
  /// A row below the header.
  struct Row {
    /// Where it begins.
    let place: Place
    fileprivate let fields: [Column: CSVField]

    /// What stands in a column; nil if there is nothing.
    subscript(column: Column) -> CSVField? {
      fields[column].flatMap { $0.text.isEmpty ? nil : $0 }
    }

    /// What stands in a column that must have something.
    func required(_ column: Column) throws(CSVError) -> CSVField {
      if let field = self[column] { return field }
      throw CSVError(
        at: fields[column]?.place ?? place, "there is nothing for `\(column.rawValue)`")
    }
  }

  let rows: [Row]

  /// Reads a table with its header, which has at least the columns `required`.
  init(reading source: [UInt8], file: String, required: [Column]) throws(CSVError) {
    try self.init(try CSVReader.rows(source, file: file), file: file, required: required)
  }

  /// A table of rows, the header first.
  init(_ rows: [[CSVField]], file: String, required: [Column]) throws(CSVError) {
    guard let header = rows.first else {
      throw CSVError(at: Place(file: file, line: 1, column: 1), "the file holds nothing")
    }
    let columns = try Self.columns(of: header)
    for column in required where !columns.contains(column) {
      throw CSVError(at: header[0].place, "the column `\(column.rawValue)` is missing")
    }
    self.rows = try rows.dropFirst().map { (row) throws(CSVError) in
      guard row.count == columns.count else {
        throw CSVError(
          at: row[0].place, "this row has \(row.count) fields, the header has \(columns.count)")
      }
      return Row(
        place: row[0].place, fields: Dictionary(uniqueKeysWithValues: zip(columns, row)))
    }
  }

  private static func columns(of header: [CSVField]) throws(CSVError) -> [Column] {
    var columns: [Column] = []
    for field in header {
      guard let column = Column(rawValue: field.text.lowercased()) else { throw unknown(field) }
      guard !columns.contains(column) else {
        throw CSVError(at: field.place, "the column `\(column.rawValue)` is there twice")
      }
      columns.append(column)
    }
    return columns
  }

  private static func unknown(_ field: CSVField) -> CSVError {
    if field.text.contains(";") {
      return CSVError(at: field.place, "a comma stands between columns, not a semicolon")
    }
    let names = Column.allCases.map(\.rawValue)
    let hint =
      NearestWord.hint(for: field.text, among: names) { "`\($0)`" }
      ?? "; the columns are \(names.joined(separator: ", "))"
    return CSVError(at: field.place, "there is no column \(Shown.quoted(field.text))\(hint)")
  }
}
