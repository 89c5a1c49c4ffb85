import Appliance
import Console
import Journal
import Lab
import MMPShell
import TestSupport
import Testing
import Tutor
import Workstation

/// The tasks of the lab page, in labs where somebody takes what is another's.
@Suite("Loopholes of the page's tasks")
struct CertificateLoopholeTests {
  private static let now: Int64 = 1_795_424_400
  private let own: World
  private let set: TaskSet
  private let progress: Progress
  private let keeper = Shelfkeeper()

  init() throws {
    own = try World(pod: 3, now: { Self.now })
    own.journal.keeper = keeper
    set = try #require(TaskSet.named("certificates")).filled(for: Trainee(pod: 3))
    progress = Progress(set, in: own)
  }

  private func solve(_ ids: String...) throws {
    for id in ids { HintedCommands(in: try #require(set[id])).type(in: own) }
  }

  private func isDone(_ id: String) throws -> Bool {
    #expect(progress.catchUp(within: 60_000))
    return progress.check(try #require(set[id])).holds
  }

  private func put(_ name: String, _ bytes: [UInt8], on hosts: [String]) throws {
    for host in hosts {
      guard host == "pc1" else {
        try #require(own.appliance(named: host)).store(.init(name: name, contents: bytes))
        continue
      }
      try own.workstation.drive.write(bytes, to: own.workstation.folder.appending(name))
    }
  }

  /// A file of PC1 or a server.
  private func bytes(_ name: String, of world: World, on host: String) throws -> [UInt8] {
    if let appliance = world.appliance(named: host) {
      return try #require(appliance.contents(of: name))
    }
    let path = world.workstation.folder.appending(name)
    return try #require(world.workstation.drive.entry(at: path)?.contents)
  }

  private func type(_ lines: String..., on host: String = "cms1a") throws {
    try #require(own.appliance(named: host)).frontDoor.console().session()
      .type(lines, on: TextScreen())
  }

  @Test("a neighbour's pair for the database client earns nothing where the certificate counts")
  func client() throws {
    let other = try World(pod: 1, now: { Self.now })
    let theirs = try #require(TaskSet.named("certificates")).filled(for: Trainee(pod: 1))
    for task in theirs.tasks.prefix(7) { HintedCommands(in: task).type(in: other) }
    try solve("csr-cms1a", "csr-dbclusterserver")
    for end in ["key", "csr"] {
      let name = "dbclusterclient.\(end)"
      try put(name, bytes(name, of: other, on: "cms1a"), on: ["cms1a"])
    }
    let certificate = try bytes("dbclusterclient.cer", of: other, on: "pc1")
    try put("dbclusterclient.cer", certificate, on: ["cms1a", "pc1"])
    #expect(try !isDone("csr-dbclusterclient"))
    let csr = progress.check(try #require(set["csr-dbclusterclient"]))
    #expect(csr.words?.contains("not those that `pki csr` has made there") == true, "\(csr)")
    // Nothing was issued yet, and something is called as the server's certificate is.
    try put("cms1a.cer", Array("junk\n".utf8), on: ["cms1a", "pc1"])
    #expect(try !isDone("sign-dbclusterclient"))
    // The neighbour's own certificate is not this pod's.
    try put("cms1a.cer", bytes("cms1a.cer", of: other, on: "pc1"), on: ["cms1a", "pc1"])
    #expect(try !isDone("sign-dbclusterclient"))
    let request = try bytes("dbclusterclient.csr", of: other, on: "cms1a")
    try put("dbclusterclient.csr", request, on: ["pc1"])
    for name in ["cms1a.csr", "dbclusterserver.csr"] {
      try put(name, bytes(name, of: own, on: "cms1a"), on: ["pc1"])
    }
    try solve("sign-cms1a", "sign-dbclusterserver", "fetch-root", "upload-certificates")
    try type("pki match dbclusterclient.key dbclusterclient.cer")
    for id in ["sign-dbclusterclient", "upload-certificates", "match"] {
      #expect(try !isDone(id), "\(id)")
    }
    let finding = progress.check(try #require(set["upload-certificates"]))
    #expect(finding.words?.contains("this lab has issued no certificate") == true, "\(finding)")
    // Signed here, all of it counts.
    try solve("sign-dbclusterclient", "upload-certificates", "match")
    for id in ["sign-dbclusterclient", "upload-certificates", "match"] {
      #expect(try isDone(id), "\(id)")
    }
    // The request is the neighbour's nevertheless.
    #expect(try !isDone("csr-dbclusterclient"))
    #expect(try !isDone("fetch-requests"))
    try solve("csr-dbclusterclient", "fetch-requests")
    #expect(try isDone("csr-dbclusterclient"))
    #expect(try isDone("fetch-requests"))
  }

  @Test("a request made here counts while it and its key are what they were, and no longer")
  func madeHere() throws {
    try solve("csr-cms1a", "csr-dbclusterserver")
    try type("pki csr dbclusterclient OU:Lab CN:postgres", "pki csr spare CN:postgres")
    // Fetched in a later run of a program that was killed when the answer was there.
    let kept = Array(keeper.tasks.values)
    let later = Progress(set, in: own, kept: kept)
    #expect(kept.contains { $0.task == "fetch-requests" && !$0.seen.isEmpty })
    try solve("fetch-requests")
    #expect(later.catchUp(within: 60_000) && progress.catchUp(within: 60_000))
    for id in ["csr-dbclusterclient", "fetch-requests"] {
      #expect(later.isDone(try #require(set[id])), "\(id)")
    }
    // Another pair that was made here, and none of that name.
    for end in ["key", "csr"] {
      try put(
        "dbclusterclient.\(end)", bytes("spare.\(end)", of: own, on: "cms1a"), on: ["cms1a"])
    }
    #expect(progress.check(try #require(set["csr-dbclusterclient"])).isLapsed)
  }

  @Test("a certificate that cms1b made itself is not the one that the bundle wants")
  func selfMade() throws {
    try solve(
      "csr-cms1a", "csr-dbclusterserver", "csr-dbclusterclient", "fetch-requests", "sign-cms1a",
      "sign-dbclusterclient", "sign-dbclusterserver", "fetch-root", "fetch-others",
      "fullchain-cms1a", "upload-certificates")
    let right = try bytes("cms1b.cer", of: own, on: "cms1b")
    let appliance = try #require(own.appliance(named: "cms1b"))
    // A certificate for the key on cms1b and its names, by cms1b.
    let key = try bytes("cms1b.key", of: own, on: "cms1b")
    _ = try appliance.removeFile("cms1b.cer")
    try type(
      "pki selfsigned cms1b CN:cms1.pod3.cms.lab subjectAltName:cms1b.pod3.cms.lab", on: "cms1b")
    let made = try #require(
      appliance.files.first { $0.name.hasPrefix("cms1b.c") && $0.name != "cms1b.csr" })
    try put("cms1b.cer", made.contents, on: ["cms1b", "pc1"])
    try solve("bundle", "upload-cms1a")
    #expect(try !isDone("upload-cms1a"))
    try put("cms1b.key", key, on: ["cms1b"])
    try put("cms1b.cer", right, on: ["cms1b", "pc1"])
    try solve("bundle", "upload-cms1a")
    #expect(try isDone("upload-cms1a"))
  }

  @Test("a bundle in the wrong order is told so by its files, as its certificates share a name")
  func order() throws {
    try solve(
      "csr-cms1a", "csr-dbclusterserver", "csr-dbclusterclient", "fetch-requests", "sign-cms1a",
      "fetch-others")
    func fact(_ parts: String) throws -> String {
      own.workstation.seat().openWindow()
        .type(["del cms1abc.cer", "copy \(parts) cms1abc.cer"], on: TextScreen())
      return progress.check(try #require(set["bundle"])).fact
    }
    let order = "The order in cms1abc.cer on PC1 is wrong: number "
    #expect(
      try fact("cms1c.cer+cms1b.cer+cms1a.cer") == order
        + "1 is the certificate in cms1c.cer on cms1c, and has to be the one in cms1a.cer on PC1.")
    #expect(
      try fact("cms1a.cer+cms1c.cer+cms1b.cer") == order
        + "2 is the certificate in cms1c.cer on cms1c, and has to be the one in cms1b.cer on cms1b."
    )
    #expect(
      try fact("cms1a.cer+cms1b.cer")
        == "The certificate in cms1c.cer on cms1c is missing in cms1abc.cer on PC1.")
    #expect(
      try fact("cms1a.cer+cms1b.cer+cms1c.cer+cms1b.cer")
        == "The certificate in cms1b.cer on cms1b is in cms1abc.cer on PC1 more often than it belongs "
        + "there.")
    try solve("fetch-root")
    #expect(
      try fact("cms1a.cer+cms1b.cer+cms1c.cer+cmslab-root-ca.cer")
        == "Number 4 in cms1abc.cer on PC1 is a certificate of cms-CMSLAB-AD-CA, and does not belong "
        + "there.")
  }

  @Test("a command counts that was answered well, with the files that are right")
  func commands() throws {
    try solve(
      "csr-cms1a", "csr-dbclusterserver", "csr-dbclusterclient", "fetch-requests", "sign-cms1a",
      "sign-dbclusterclient", "sign-dbclusterserver", "fetch-root", "upload-certificates")
    // One is answered badly, the other one is not about cms1a.
    try type(
      "pki verify cms1a.cer dbclusterserver.cer",
      "pki verify dbclusterclient.cer cmslab-root-ca.cer")
    #expect(try !isDone("verify"))
    // It is answered well while another certificate is there, which is signed by the same CA.
    let right = try bytes("cms1a.cer", of: own, on: "cms1a")
    try put("cms1a.cer", bytes("dbclusterclient.cer", of: own, on: "cms1a"), on: ["cms1a"])
    try type("pki verify cms1a.cer cmslab-root-ca.cer")
    #expect(try !isDone("verify"))
    try put("cms1a.cer", right, on: ["cms1a"])
    #expect(try !isDone("verify"))
    let finding = progress.check(try #require(set["verify"]))
    #expect(finding.fact.hasSuffix(", but not with the files that are there now."), "\(finding)")
    try type("pki verify cms1a.cer cmslab-root-ca.cer")
    #expect(try isDone("verify"))
  }
}
