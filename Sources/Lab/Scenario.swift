/// A world with a fault in it: what differs from the lab page's.
public struct Scenario: Sendable {
  /// What `--scenario` calls it.
  public let name: String
  /// What it teaches, in a paragraph.
  public let purpose: String
  /// What goes wrong in it: can also befall a world that is there already.
  public var fault = Fault()
  /// Its YAML.
  let source: [UInt8]

  /// A scenario from the bytes of a file.
  public init(name: String, source: [UInt8]) throws(WorldError) {
    self.name = name
    self.source = source
    purpose = try Self.purpose(in: source, name: name)
  }

  /// Those that come with the program, in the order in which they are best met.
  public static var all: [Scenario] {
    names.compactMap(named)
  }

  /// The one of that name; nil if there is none.
  public static func named(_ name: String) -> Scenario? {
    builtIn.first { $0.name == name }.flatMap {
      try? Scenario(name: $0.name, source: $0.source())
    }
  }

  /// The names of those that come with the program.
  public static var names: [String] { builtIn.map(\.name) }

  private static let builtIn: [(name: String, source: @Sendable () -> [UInt8])] = [
    ("expired", { PackageResources.expired_yaml }),
    ("not-yet-valid", { PackageResources.not_yet_valid_yaml }),
    ("another-key", { PackageResources.another_key_yaml }),
    ("wrong-ca", { PackageResources.wrong_ca_yaml }),
    ("missing-intermediate", { PackageResources.missing_intermediate_yaml }),
    ("san-without-server", { PackageResources.san_without_server_yaml }),
    ("client-not-postgres", { PackageResources.client_not_postgres_yaml }),
    ("der", { PackageResources.der_yaml }),
    ("bundle-order", { PackageResources.bundle_order_yaml }),
    ("glued-bundle", { PackageResources.glued_bundle_yaml }),
    ("ctrl-z", { PackageResources.ctrl_z_yaml }),
    ("encrypted-key", { PackageResources.encrypted_key_yaml }),
    ("fresh", { PackageResources.fresh_yaml }),
  ]
}
