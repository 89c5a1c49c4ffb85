import PKI
import Words
import YAML

/// The files of one machine while a fault befalls them: as they are found, and as they become.
struct Shelf {
  /// The machine: an appliance's host name, or `pc1`.
  let machine: String
  /// Whether names are the same in any case.
  let ignoresCase: Bool
  /// The names of what was there, in order.
  let names: [String]

  private let found: [String: [UInt8]]
  private var files: [String: [UInt8]]
  /// What has changed, in the order in which it first did.
  private var changed: [String] = []

  /// A machine with those files.
  init(
    of machine: String, ignoresCase: Bool = false, files: [(name: String, contents: [UInt8])]
  ) {
    self.machine = machine
    self.ignoresCase = ignoresCase
    names = files.map(\.name)
    found = Dictionary(
      files.map { (ignoresCase ? $0.name.lowercased() : $0.name, $0.contents) },
      uniquingKeysWith: { $1 })
    self.files = found
  }

  /// The bytes of a file; nil if there is none.
  subscript(name: String) -> [UInt8]? {
    get { files[key(of: name)] }
    set {
      let key = key(of: name)
      files[key] = newValue
      if !changed.contains(where: { self.key(of: $0) == key }) { changed.append(name) }
    }
  }

  /// What has become of the files that are not what they were; nil for those that are gone.
  var changes: [(name: String, contents: [UInt8]?)] {
    replacements.map { ($0.name, $0.contents) }
  }

  /// The same, with what each was; nil for those that were not there.
  var replacements: [(name: String, found: [UInt8]?, contents: [UInt8]?)] {
    changed.filter { files[key(of: $0)] != found[key(of: $0)] }
      .map { name in
        (
          names.first { key(of: $0) == key(of: name) } ?? name, found[key(of: name)],
          files[key(of: name)]
        )
      }
  }

  /// What a file holds; throws if there is none.
  func file(_ name: String) throws(WorldError) -> PKIFile { PKIFile(try bytes(of: name)) }

  /// The bytes of a file; throws if there is none.
  func bytes(of name: String) throws(WorldError) -> [UInt8] {
    guard let bytes = self[name] else { throw lacks(name) }
    return bytes
  }

  /// The error for a file that is not there.
  private func lacks(_ name: String) -> WorldError {
    let hint = Hint.nearest(to: name, among: presentNames)
    return WorldError("\(machine) has no \(Shown.plain(name))", hint: hint)
  }

  /// The names of what was there and still is.
  var presentNames: [String] { names.filter { self[$0] != nil } }

  /// The names of the files that may hold certificates besides others.
  var bundles: [String] { names.filter { (self[$0]?.count ?? .max) <= Self.largestBundle } }

  /// No chain is larger; looking into what is would take long.
  private static let largestBundle = 256 << 10

  private func key(of name: String) -> String { ignoresCase ? name.lowercased() : name }
}
