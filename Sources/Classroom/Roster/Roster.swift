import Words

/// Who is in a class, and at which pod.
public struct Roster: Sendable, Equatable {
  /// The largest file that is read, in bytes.
  public static let largestFile = 1 << 20

  /// Somebody with a pod.
  public struct Trainee: Sendable, Equatable {
    /// The pod's number.
    public var pod: Int
    /// What the trainee is known by to whoever keeps the grades.
    public var id: String
    /// The last name; nil if none is given.
    public var lastName: String?
    /// The first name; nil if none is given.
    public var firstName: String?
    /// The address for mail; nil if none is given.
    public var email: String?
    /// A password of the trainee's own; nil for the class's.
    public var password: String?

    /// A trainee of whom no more is known.
    public init(pod: Int, id: String) {
      self.pod = pod
      self.id = id
    }

    /// First and last name as they are spoken; nil if there is neither.
    public var name: String? {
      let names = [firstName, lastName].compactMap(\.self)
      return names.isEmpty ? nil : names.joined(separator: " ")
    }
  }

  private enum Column: String, CaseIterable {
    case pod, id
    case lastName = "last_name"
    case firstName = "first_name"
    case email, password
  }

  /// The trainees in order of pod.
  public let trainees: [Trainee]

  /// Reads a table with a header: the columns `pod` and `id`, and whichever it has of `last_name`,
  /// `first_name`, `email` and `password`.
  ///
  /// - Parameters:
  ///   - source: the bytes of the file.
  ///   - file: the file's name, for messages.
  ///   - pods: the numbers of the pods there are.
  /// - Throws: the first fault, with its place.
  public init(
    reading source: [UInt8], file: String, pods: some Collection<Int>
  ) throws(CSVError) {
    let table = try CSVTable<Column>(reading: source, file: file, required: [.pod, .id])
    guard !table.rows.isEmpty else {
      throw CSVError(at: Place(file: file, line: 1, column: 1), "nobody is in the roster")
    }
    var numbers = PodNumbers(of: pods)
    var lines: [String: Int] = [:]
    var trainees: [Trainee] = []
    for row in table.rows {
      let pod = try numbers.take(row.required(.pod))
      let id = try row.required(.id)
      if let line = lines.updateValue(id.place.line, forKey: id.text) {
        throw CSVError(
          at: id.place, "the id \(Shown.quoted(id.text)) is there twice, first in line \(line)")
      }
      var trainee = Trainee(pod: pod, id: id.text)
      trainee.lastName = row[.lastName]?.text
      trainee.firstName = row[.firstName]?.text
      trainee.email = row[.email]?.text
      trainee.password = row[.password]?.text
      trainees.append(trainee)
    }
    self.trainees = trainees.sorted { $0.pod < $1.pod }
  }

  /// The trainees' own passwords by pod.
  public var passwords: [Int: String] {
    trainees.reduce(into: [:]) { $0[$1.pod] = $1.password }
  }
}
