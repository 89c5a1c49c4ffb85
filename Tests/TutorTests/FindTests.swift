import Lab
import Testing

@testable import Tutor

/// A look finds the cause where the file is at fault, and only as long as it is.
@Suite("What finds the cause of a scenario")
struct FindTests {
  /// The looks that find it, and what undoes a repair where nobody looks.
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let looks: [[FindLook]]
    let spoil: (file: String, host: String)

    var testDescription: String { name }

    init(
      _ name: String, _ looks: [[FindLook]],
      without file: String = "cms1abc.cer", on host: String = "cms1c"
    ) {
      self.name = name
      self.looks = looks
      spoil = (file, host)
    }
  }

  private static let parts = ["cms1a.cer", "cms1a-fullchain.cer", "cms1abc.cer"]
  private static let joined = Array(parts.dropFirst())

  private static func each(_ host: String, _ command: String, _ files: [String]) -> [[FindLook]] {
    files.map { [FindLook(host, "\(command) \($0)")] }
  }

  /// Looks at a certificate that stands in front of what is made of it.
  private static let certificate =
    each("cms1a", "pki inspect", parts) + each("cms1a", ":chain", parts)
    + each("pc1", ":chain", parts) + each("cms1b", "pki inspect", ["cms1abc.cer"])
    + each("cms1b", ":chain", ["cms1abc.cer"])
  private static let verified = [[FindLook("cms1a", "pki verify cms1a.cer cmslab-root-ca.cer")]]
  /// What tells the issuer and the dates of a certificate, whatever it is verified against.
  private static let whys =
    [("cms1a", "cms1a.cer"), ("cms1a", "cms1a-fullchain.cer"), ("cms1b", "cms1abc.cer")].map {
      [FindLook($0, "pki verify \($1) dbclusterserver.cer"), FindLook($0, ":why")]
    }
  private static let bundles =
    each("cms1a", ":chain", joined) + each("cms1b", ":chain", ["cms1abc.cer"])
    + each("pc1", ":chain", joined) + each("pc1", "type", joined)
    + each("cms1a", "pki inspect", joined) + each("cms1b", "pki inspect", ["cms1abc.cer"])
  private static let full = "cms1a-fullchain.cer"
  private static let chain = "fullchain.cer"
  private static let client = "dbclusterclient.cer"
  private static let root = "cmslab-root-ca.cer"

  static let faults: [Fault] = [
    Fault("expired", certificate + verified + whys),
    Fault("not-yet-valid", certificate + verified + whys),
    Fault(
      "another-key",
      each("cms1a", ":chain", ["cms1a.key", "cms1a.csr"])
        + parts.map { [FindLook("cms1a", "pki match cms1a.key \($0)")] }
        + parts.map {
          [FindLook("cms1a", "pki inspect cms1a.csr"), FindLook("cms1a", "pki inspect \($0)")]
        }),
    Fault(
      "wrong-ca",
      certificate + whys + [
        [FindLook("cms1a", "pki verify cms1a.cer cms1a-fullchain.cer"), FindLook("cms1a", ":why")]
      ]),
    Fault(
      "missing-intermediate",
      [
        [FindLook("cms1a", "pki inspect cms1a.cer"), FindLook("cms1a", "pki inspect \(root)")],
        [FindLook("cms1a", "pki inspect \(root)"), FindLook("cms1b", "pki inspect \(root)")],
        [FindLook("cms1a", "pki verify cms1a.cer \(root)"), FindLook("cms1a", ":why")],
        [FindLook("cms1c", "pki verify cms1c.cer cms1c-\(chain)"), FindLook("cms1c", ":why")],
      ]
        + each("pc1", ":chain", ["cms1b-\(chain)"])
        + each("cms1a", ":chain", ["cms1a.cer", full]) + each("pc1", ":chain", ["cms1a.cer", full])
        + each("cms1a", "pki inspect", [full])
        + each("cms1b", "pki inspect", ["cms1b-fullchain.cer"])
        + each("cms1b", ":chain", ["cms1b-fullchain.cer"]),
      without: "cms1c-fullchain.cer"),
    Fault(
      "san-without-server",
      certificate + each("cms1a", "pki inspect", ["cms1a.csr"])
        + each("cms1a", ":chain", ["cms1a.csr"]) + each("pc1", ":chain", ["cms1a.csr"])),
    Fault(
      "client-not-postgres",
      ["cms1a", "cms1b"].flatMap { each($0, "pki inspect", [client]) }
        + ["cms1a", "cms1b", "pc1"].flatMap { each($0, ":chain", [client]) }
        + each("cms1a", "pki inspect", ["dbclusterclient.csr"])
        + ["cms1a", "pc1"].flatMap { each($0, ":chain", ["dbclusterclient.csr"]) },
      without: client),
    Fault(
      "der",
      // What is read of the bundle of three shows nothing of it.
      bundles.filter { $0[0].line != "pki inspect cms1abc.cer" }
        + each("cms1a", "pki inspect", ["cms1a.cer"]) + each("pc1", "type", ["cms1a.cer"])
        + each("cms1a", ":chain", ["cms1a.cer"]) + [
          [FindLook("cms1a", "pki verify cms1a.cer \(full)"), FindLook("cms1a", ":why")]
        ]),
    Fault(
      "bundle-order",
      each("cms1a", "pki inspect", [full]) + each("cms1a", ":chain", [full])
        + each("pc1", ":chain", [full])
        + [[FindLook("cms1a", "pki match cms1a.key \(full)")]],
      without: "cms1a.key", on: "cms1a"),
    Fault(
      "renewed-root",
      each("cms1a", "pki inspect", [root]) + each("cms1a", ":chain", [root])
        + [[FindLook("cms1a", "pki verify cms1a.cer \(root)"), FindLook("cms1a", ":why")]],
      without: client, on: "cms1a"),
    Fault("glued-bundle", bundles),
    Fault(
      "ctrl-z",
      bundles + [
        [FindLook("cms1a", "pki verify cms1a.cer \(full)"), FindLook("cms1a", ":why")]
      ]),
    Fault(
      "encrypted-key",
      each("cms1a", "pki inspect", ["cms1a.key"]) + each("cms1a", ":chain", ["cms1a.key"]) + [
        [FindLook("cms1a", "pki match cms1a.key cms1a.cer")],
        [FindLook("pc1", fetchKey), FindLook("pc1", "type cms1a.key")],
        [FindLook("pc1", fetchKey), FindLook("pc1", ":chain cms1a.key")],
      ]),
  ]
  private static let fetchKey =
    "echo get cms1a.key | psftp cms1a.pod7.cms.lab -l admin -pw c1sco123"

  @Test("each look at the fault finds it", arguments: faults)
  func atFault(_ fault: Fault) throws {
    let attempt = try FindCase(fault.name)
    for look in fault.looks {
      attempt.forget()
      #expect(try !attempt.isFound)
      attempt.take(look)
      #expect(try attempt.isFound, "\(look)")
    }
  }

  @Test("no look at a good file under the same name does", arguments: faults)
  func good(_ fault: Fault) throws {
    let attempt = try FindCase(fault.name)
    try attempt.repair()
    #expect(try attempt.finding("repair").holds)
    let host = fault.spoil.host
    attempt.type(
      ["psftp admin@\(host).pod7.cms.lab", "c1sco123", "rm \(fault.spoil.file)", "exit"],
      on: "pc1")
    #expect(try !attempt.finding("repair").holds)
    for look in fault.looks {
      attempt.take(look)
      #expect(try !attempt.isFound, "\(look)")
    }
  }

  @Test("every scenario with a fault in it is among them")
  func complete() {
    let without = ["fresh", "workbench"]
    let names = Self.faults.map(\.name) + without
    #expect(Set(names) == Set(Scenario.names))
  }
}
