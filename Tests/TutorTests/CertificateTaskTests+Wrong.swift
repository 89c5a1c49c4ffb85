import Appliance
import Console
import Lab
import MMPShell
import TestSupport
import Testing
import Workstation

@testable import Tutor

/// What does not pass.
extension CertificateTaskTests {
  private static let ofTheCertificate: Set = [
    "sign-cms1a", "bundle", "fullchain-cms1a", "upload-certificates", "upload-cms1a",
    "upload-cms1b", "upload-cms1c", "verify",
  ]

  /// `pki verify` asks for no names.
  private static let ofTheName = ofTheCertificate.subtracting(["verify"]).union(["csr-cms1a"])

  private static let ofTheServers: Set = [
    "fetch-others", "bundle", "upload-cms1a", "upload-cms1b", "upload-cms1c",
  ]

  @Test(
    "wrong solutions do not pass",
    arguments: [
      // The right names, with another key.
      ("[{newKey: cms1a}]", ofTheCertificate.union(["fetch-requests", "match"])),
      (
        "[{swapKey: cms1a.key, for: spare}]",
        ofTheCertificate.union(["csr-cms1a", "fetch-requests", "match"])
      ),
      (
        "[{swapKey: dbclusterclient.key, for: spare, on: [cms1a]}]",
        [
          "csr-dbclusterclient", "fetch-requests", "sign-dbclusterclient", "upload-certificates",
          "match",
        ]
      ),
      // Another authority.
      ("[{reissue: cms1a.cer, issuer: other}]", ofTheCertificate.union(["match"])),
      (
        "[{reissue: dbclusterserver.cer, issuer: other}]",
        ["sign-dbclusterserver", "upload-certificates", "match"]
      ),
      (
        "[{reissue: cms1b.cer, issuer: other}]",
        ofTheServers.union(["fullchain-cms1b"])
      ),
      (
        "[{reissue: dbclusterclient.cer, issuer: other}]",
        ["sign-dbclusterclient", "upload-certificates", "match"]
      ),
      // Other dates.
      (
        "[{reissue: cms1a.cer, from: -800, days: 730}]", ofTheCertificate
      ),
      (
        "[{reissue: dbclusterserver.cer, from: -800, days: 730}]",
        ["sign-dbclusterserver", "upload-certificates"]
      ),
      (
        "[{reissue: dbclusterclient.cer, from: 30}]",
        ["sign-dbclusterclient", "upload-certificates"]
      ),
      (
        "[{reissue: cms1c.cer, from: -800, days: 730}]",
        ofTheServers.union(["fullchain-cms1c"])
      ),
      // The request typed twice, once after it was signed.
      (
        "[{newKey: dbclusterserver}]",
        ["fetch-requests", "sign-dbclusterserver", "upload-certificates", "match"]
      ),
      (
        "[{newKey: dbclusterclient}]",
        ["fetch-requests", "sign-dbclusterclient", "upload-certificates", "match"]
      ),
      // A bundle, a chain in the wrong order or with a part missing.
      (
        "[{reorder: cms1abc.cer, parts: [2, 1, 3]}]",
        ["bundle", "upload-cms1a", "upload-cms1b", "upload-cms1c"]
      ),
      ("[{drop: cms1abc.cer, part: 3, on: [cms1b]}]", ["upload-cms1b"]),
      ("[{reorder: cms1a-fullchain.cer, parts: [2, 1]}]", ["fullchain-cms1a", "upload-cms1a"]),
      ("[{drop: cms1c-fullchain.cer, part: 2}]", ["fullchain-cms1c", "upload-cms1c"]),
      ("[{glue: cms1b-fullchain.cer, on: [pc1]}]", ["fullchain-cms1b"]),
      // Other names.
      (
        "[{removeName: cms1a, name: conf.pod7.cms.lab}]", ofTheName
      ),
      (
        "[{changeName: dbclusterclient, cn: postgrest}]",
        [
          "csr-dbclusterclient", "fetch-requests", "sign-dbclusterclient", "upload-certificates",
          "match",
        ]
      ),
      (
        "[{changeName: cms1a, cn: cms1a.pod7.cms.lab}]",
        ofTheName.union(["verify", "match"])
      ),
      // What is not where it belongs.
      ("[{remove: cms1b.cer, on: [pc1]}]", ["fetch-others"]),
      (
        "[{remove: cmslab-root-ca.cer, on: [cms1a]}]", ["upload-certificates", "verify"]
      ),
    ] as [(String, Set<String>)])
  func wrong(fault: String, open: Set<String>) throws {
    #expect(try Self.open(in: Self.lab(fault)) == open)
  }

  @Test("what belongs to another pod does not pass, though one authority signed it")
  func otherPod() throws {
    let (own, other) = (try World(pod: 7, now: { Self.now }), try World(pod: 3, now: { Self.now }))
    let client = ["csr-dbclusterclient", "fetch-requests", "sign-dbclusterclient"]
    for task in try Self.set(pod: 3).tasks.prefix(7) { HintedCommands(in: task).type(in: other) }
    for task in try Self.set().tasks.prefix(7) where !client.contains(task.id) {
      HintedCommands(in: task).type(in: own)
    }
    // The neighbour's key, request and certificate of a name that is no pod's.
    let set = try Self.set()
    for end in ["key", "csr", "cer"] {
      try Self.copy("dbclusterclient.\(end)", of: other, to: own, on: end == "cer" ? ["pc1"] : nil)
    }
    let sign = try #require(set["sign-dbclusterclient"])
    let finding = sign.check.holds(in: Look(at: own))
    #expect(!finding.holds && finding.words?.contains("this lab") == true, "\(finding)")
    HintedCommands(in: sign).type(in: own)
    #expect(sign.check.holds(in: Look(at: own)).holds)
  }

  @Test("a key that is made anew has the tasks named that have to be done again, one by one")
  func newKey() throws {
    let (world, set) = (try Self.lab(), try Self.set())
    let progress = Progress(set, in: world)
    #expect(progress.catchUp(within: 60_000) && progress.next?.id == "verify")
    let verify = try #require(set["verify"])
    #expect(progress.reminders(before: verify).isEmpty)
    let csr = try #require(set["csr-cms1a"])
    HintedCommands(in: csr).type(in: world)
    #expect(progress.catchUp(within: 60_000))
    let lapsed = ["bundle", "fullchain-cms1a", "upload-certificates", "upload-cms1a"]
    func ids() -> [String] { progress.lapses(before: verify).map(\.task.id) }
    #expect(ids().starts(with: ["fetch-requests", "sign-cms1a"] + lapsed))
    let reminders = progress.reminders(before: verify)
    #expect(
      reminders.first == "`fetch-requests` was done, and is not so any more: PC1 has not all three "
        + "requests as they are on cms1a.")
    #expect(reminders.count == 2)
    HintedCommands(in: try #require(set["fetch-requests"])).type(in: world)
    #expect(ids().first == "sign-cms1a")
    HintedCommands(in: try #require(set["sign-cms1a"])).type(in: world)
    #expect(ids().starts(with: lapsed))
    // What was done counts nevertheless.
    #expect(progress.done == 17 && progress.next?.id == "verify")
  }

  @Test("the neighbours' servers are none of this pod's")
  func otherServers() throws {
    let (own, other) = (try Self.lab(), try Self.lab(pod: 3))
    for name in ["cms1b.cer", "cms1b-fullchain.cer"] {
      try Self.copy(name, of: other, to: own, on: ["pc1", "cms1b"])
    }
    #expect(
      try Self.open(in: own) == [
        "fetch-others", "bundle", "fullchain-cms1b", "upload-cms1a", "upload-cms1b", "upload-cms1c",
      ])
  }

  @Test("the root of another pod is not this one's, though it has its name and key")
  func otherRoot() throws {
    let own = try Self.lab()
    let later = try World(pod: 3, now: { Self.now + 86_400 })
    let web = "WGET http://10.0.224.140/certificates/cmslab-root-ca.cer"
    later.workstation.seat().openWindow().type([web], on: TextScreen())
    try Self.copy("cmslab-root-ca.cer", of: later, to: own, on: ["pc1"])
    #expect(try Self.open(in: own) == ["fetch-root", "fullchain-cms1a"])
    try Self.copy("cmslab-root-ca.cer", of: later, to: own, on: ["cms1a"])
    #expect(
      try Self.open(in: own) == ["fetch-root", "fullchain-cms1a", "upload-certificates"])
  }

  /// Copies a file of PC1 or cms1a to machines of another lab; nil for the same and PC1.
  private static func copy(
    _ name: String, of world: World, to other: World, on hosts: [String]?
  ) throws {
    let look = Look(at: world)
    let file = try #require(look.file(name, on: "pc1") ?? look.file(name, on: "cms1a"))
    for host in hosts ?? ["cms1a", "pc1"] {
      guard host == "pc1" else {
        let appliance = try #require(other.appliance(named: host))
        try appliance.store(.init(name: name, contents: file.contents))
        continue
      }
      let folder = other.workstation.folder
      try other.workstation.drive.write(file.contents, to: folder.appending(name))
    }
  }

  @Test("a root that only calls itself by the authority's name is not the root")
  func forgedRoot() throws {
    let world = try Self.lab("[{remove: cmslab-root-ca.cer, on: [cms1a]}]")
    let appliance = try #require(world.appliance(named: "cms1a"))
    appliance.frontDoor.console()
      .session(carryingOut: ["pki selfsigned forged CN:cms-CMSLAB-AD-CA"]).start(on: TextScreen())
    let name = try #require(appliance.files.map(\.name).first { $0.hasPrefix("forged.c") })
    let bytes = try #require(appliance.contents(of: name))
    try appliance.store(.init(name: "cmslab-root-ca.cer", contents: bytes))
    #expect(try Self.open(in: world) == ["upload-certificates", "verify"])
  }
}
