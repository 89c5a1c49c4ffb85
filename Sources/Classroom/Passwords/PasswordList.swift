import Words

extension PasswordSource {
  /// The largest file that is read, in bytes.
  public static let largestFile = 64 << 10

  private enum Column: String, CaseIterable { case pod, password }

  /// Reads a file with one line, the password of all pods, or with a line `pod,password` for each;
  /// these may have a header, and quotes as in a table.
  ///
  /// - Parameters:
  ///   - source: the bytes of the file.
  ///   - file: the file's name, for messages.
  ///   - pods: the numbers of the pods there are.
  /// - Throws: the first fault, with its place.
  public init(
    reading source: [UInt8], file: String, pods: some Collection<Int>
  ) throws(CSVError) {
    let all = String(String.UnicodeScalarView(try UTF8Text.read(source, file: file)))
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let lines = all.filter { !$0.isEmpty }
    let namesPod = lines.first.map(Self.namesPod) ?? false
    if lines.count == 1, !namesPod {
      let number = all.prefix { $0.isEmpty }.count + 1
      self = .one(
        try Self.password(of: lines[0], at: Place(file: file, line: number, column: 1)))
      return
    }
    var rows = try CSVReader.rows(source, file: file)
    guard let first = rows.first?.first else {
      throw CSVError(at: Place(file: file, line: 1, column: 1), "the file holds no password")
    }
    if Int(first.text) != nil {
      for row in rows where row.count != Column.allCases.count {
        throw CSVError(
          at: row[0].place,
          "this line has \(row.count) \(row.count == 1 ? "field" : "fields"), and `pod,password` are "
            + "two; a password with a comma stands in quotes")
      }
      rows.insert(
        Column.allCases.map { CSVField(text: $0.rawValue, place: first.place) }, at: 0)
    } else if !namesPod {
      throw CSVError(
        at: first.place, "of several lines each is `pod,password`; one line is the password of all")
    }
    self = .each(try Self.passwords(in: rows, file: file, pods: pods))
  }

  /// Whether a line has a pod's number, or the word, before a comma.
  private static func namesPod(_ line: Substring) -> Bool {
    let parts = line.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    let first = parts[0].filter { $0 != " " && $0 != "\"" }
    return parts.count == 2 && (Int(first) != nil || Column(rawValue: first.lowercased()) != nil)
  }

  private static func password(of line: Substring, at start: Place) throws(CSVError) -> String {
    let control = line.unicodeScalars.enumerated().first {
      $0.element.properties.generalCategory == .control
    }
    if let control {
      let place = Place(file: start.file, line: start.line, column: control.offset + 1)
      throw CSVError(at: place, "this is no password: it has a control character")
    }
    guard line.utf8.count <= CSVReader.longestField else {
      throw CSVError(
        at: start, "this is no password: it has more than \(CSVReader.longestField) bytes")
    }
    return String(line)
  }

  private static func passwords(
    in rows: [[CSVField]], file: String, pods: some Collection<Int>
  ) throws(CSVError) -> [Int: String] {
    let table = try CSVTable<Column>(rows, file: file, required: [.pod, .password])
    var numbers = PodNumbers(of: pods)
    var passwords: [Int: String] = [:]
    for row in table.rows {
      let pod = try numbers.take(row.required(.pod))
      passwords[pod] = try row.required(.password).text
    }
    return passwords
  }
}
