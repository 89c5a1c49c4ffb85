import Appliance
import Console
import Journal
import Lab
import MMPShell
import Synchronization
import TestSupport
import Testing
import Tutor
import Workstation

/// Checks in labs with a fault, and in labs where somebody has done the wrong thing.
@Suite struct CheckingTests {
  private static let now: Int64 = 1_795_424_400

  /// The lab of the page at its end, with that fault.
  private static func lab(_ fault: String = "[]", world: String = "{}") throws -> World {
    let yaml = "purpose: x\npage: done\nworld: \(world)\nfault: \(fault)\n"
    return try World(
      scenario: Scenario(name: "x", source: Array(yaml.utf8)), now: { Self.now })
  }

  private static func check(_ yaml: String) throws -> Check {
    let set = try TaskSet(
      name: "x", source: Array("tasks: [{id: a, text: b, check: \(yaml)}]".utf8))
    return set.filled(for: Trainee(pod: 7)).tasks[0].check
  }

  private static let fullChain =
    "{chain: cms1a-fullchain.cer, parts: [cms1a.cer, cmslab-root-ca.cer]}"
  private static let verify =
    "{verify: {certificate: cms1a.cer, bundle: cms1a-fullchain.cer}}"
  private static let names =
    "{certificate: cms1a.cer, cn: cms1.pod7.cms.lab, names: [CMS1A.pod7.cms.lab, pod7.cms.lab, "
    + "conf.pod7.cms.lab, join.pod7.cms.lab], onlyNames: true, issuer: cms-CMSLAB-AD-CA, "
    + "valid: true, key: cms1a.key, bits: 2048}"

  @Test(
    "a host's name is the same in any case, a user's is not",
    arguments: [
      ("[{changeName: cms1a, cn: CMS1.Pod7.cms.lab}]", names, true),
      ("[{changeName: dbclusterclient, cn: Postgres}]", client, false),
      ("[]", client, true),
    ])
  func cases(fault: String, yaml: String, holds: Bool) throws {
    let finding = try Self.check(yaml).holds(in: Look(at: try Self.lab(fault)))
    #expect(finding.holds == holds, "\(finding.fact)")
  }

  private static let client = "{certificate: dbclusterclient.cer, cn: postgres}"

  @Test(
    "what the page makes passes",
    arguments: [
      fullChain, verify, names, "{file: cms1a.key}", "{absent: cms1b.key}",
      "{request: cms1a.csr, names: [join.pod$pod.cms.lab], key: cms1a.cer}",
      "{match: [cms1a.key, cms1a.cer]}", "{match: [cms1a.key, cms1a.csr]}",
      "{chain: cms1abc.cer, parts: [cms1a.cer, cms1b/cms1b.cer, pc1/cms1c.cer], linked: false}",
      "{chain: cms1abc.cer, parts: [cms1b/cms1b.cer, cms1a.cer, pc1/cms1c.cer], linked: false, "
        + "anyOrder: true}",
      "{chain: cms1a-fullchain.cer, on: pc1}", "{chain: CMS1A-Fullchain.cer, on: pc1}",
      "{file: cms1a.cer, sameAs: pc1/cms1a.cer}",
      "{all: [{file: cms1b.key, on: cms1b}, {not: {absent: cms1a.key}}]}",
      "{any: [{absent: cms1a.key}, {file: cms1a.key}]}",
      "{answer: {type: pki match cms1a.key cms1a.cer, is: \"Matching [..]\"}}",
      "{answer: {type: pki list, is: \"[...]\\ncms1a.key\\n[...]\\ncms1abc.cer\\n[...]\"}}",
      "{answer: {type: hostname, is: \"[..]cms1a[..]\"}}",
    ])
  func page(yaml: String) throws {
    let world = try Self.lab()
    let finding = try Self.check(yaml).holds(in: Look(at: world))
    #expect(finding.holds, "\(finding.fact)")
    // Nothing of it is left behind.
    #expect(world.appliances.values.allSatisfy { $0.log.isEmpty })
  }

  @Test(
    "what is wrong is found, and said",
    arguments: [
      (
        "[{reissue: cms1a.cer, from: -800, days: 730}]", names,
        "cms1a.cer on cms1a expired on 2026-"
      ),
      (
        "[{reissue: cms1a.cer, from: 30}]", names, "cms1a.cer on cms1a is not valid before 2026-12-"
      ),
      (
        "[{reissue: cms1a.cer, from: -800, days: 730}]", verify,
        "cms1a.cer on cms1a is not verified with cms1a-fullchain.cer on cms1a: certificate has "
          + "expired."
      ),
      (
        "[{reissue: cms1a.cer, issuer: other}]", names,
        "is issued by Another Root CA, not by cms-CMSLAB-AD-CA."
      ),
      (
        "[{reissue: cms1a.cer, issuer: other}]", fullChain,
        "cms1a-fullchain.cer on cms1a has no certificate behind that of cms1.pod7.cms.lab that signed "
          + "it: Another Root CA is missing."
      ),
      (
        "[{removeName: cms1a, name: join.pod7.cms.lab}]", names,
        "conf.pod7.cms.lab; join.pod7.cms.lab is missing."
      ),
      (
        "[{changeName: cms1a, cn: a.b}]", names,
        "in cms1a.cer on cms1a is a.b, not cms1.pod7.cms.lab."
      ),
      (
        "[{swapKey: cms1a.key, for: spare}]", names,
        "cms1a.cer on cms1a is for another key than the one in cms1a.key on cms1a."
      ),
      (
        "[{swapKey: cms1a.key, for: spare}]", "{match: [cms1a.key, cms1a.cer]}",
        "does not belong to"
      ),
      (
        "[{encrypt: cms1a.key, password: a}]", "{match: [cms1a.key, cms1a.cer]}",
        "cms1a.key on cms1a holds a private key with a password on."
      ),
      (
        "[{drop: cms1a-fullchain.cer, part: 2}]", fullChain,
        "The certificate in cmslab-root-ca.cer on cms1a is missing in cms1a-fullchain.cer on cms1a."
      ),
      (
        "[{reorder: cms1a-fullchain.cer, parts: [2, 1]}]", fullChain,
        "number 1 is the certificate in cmslab-root-ca.cer on cms1a, and has to be the one in "
          + "cms1a.cer on cms1a."
      ),
      (
        "[{reorder: cms1a-fullchain.cer, parts: [2, 1]}]", "{chain: cms1a-fullchain.cer}",
        "has no certificate behind that of cms-CMSLAB-AD-CA"
      ),
      (
        "[{glue: cms1a-fullchain.cer, after: 1}]", fullChain,
        "cms1a-fullchain.cer on cms1a has a block in it that cannot be read."
      ),
      (
        "[{insert: cms1a-fullchain.cer, text: \"\\x1A\", after: 1}]", fullChain,
        "the 2nd part is not read: line 34: in front of its BEGIN: 1 byte, 0x1A (Ctrl-Z"
      ),
      (
        "[{insert: cms1a-fullchain.cer, text: \"abc\", after: 0}]", fullChain,
        "the 1st part is not read: line 1: in front of its BEGIN: 3 bytes"
      ),
      (
        "[]", "{unread: cms1abc.cer}",
        "cms1abc.cer on cms1a has no certificate in it that is not read."
      ),
      (
        "[{insert: cms1abc.cer, text: \"\\x1A\", after: 1}]",
        "{unread: cms1abc.cer, names: [cms1c.pod7.cms.lab]}",
        "The certificate in cms1abc.cer on cms1a that is not read has "
      ),
      (
        "[{encode: cms1a.cer, form: der, only: true}, {remove: cms1b.cer, on: [pc1]}]",
        "{file: cms1a.cer, sameAs: pc1/cms1b.cer}", "cms1b.cer is not on PC1, but cms1a.cer is."
      ),
      ("[{remove: cms1a.cer, on: [cms1a]}]", names, "cms1a.cer is not on cms1a, but cms1a.csr is."),
      ("[]", "{absent: cms1a.cer}", "cms1a.cer on cms1a is there."),
      ("[]", "{not: {file: cms1a.cer}}", "cms1a.cer on cms1a is there. That must not be so."),
      (
        "[]", "{file: cms1a.cer, sameAs: cms1b/cms1b.cer}", "is not the same as cms1b.cer on cms1b."
      ),
      ("[]", "{request: cms1a.cer}", "cms1a.cer on cms1a holds no certificate signing request."),
      ("[]", "{certificate: cms1a.csr}", "cms1a.csr on cms1a holds no certificate."),
      ("[]", "{certificate: cms1a.cer, bits: 4096}", "has 2048 bits, not 4096."),
      ("[]", "{certificate: cms1a.cer, valid: false}", "cms1a.cer on cms1a is valid today."),
      (
        "[]", "{certificate: cms1a.cer, names: [join.pod7.cms.lab], onlyNames: true}",
        "has cms1a.pod7.cms.lab, pod7.cms.lab, conf.pod7.cms.lab, which do not belong there."
      ),
      (
        "[]", "{certificate: cms1a-fullchain.cer, alone: true}",
        "cms1a-fullchain.cer on cms1a has one more certificate behind its first."
      ),
      (
        "[]", "{certificate: cms1abc.cer, alone: true}",
        "cms1abc.cer on cms1a has 2 more certificates behind its first."
      ),
      ("[]", "{issued: {}}", "cms-CMSLAB-AD-CA has issued no certificate yet."),
      ("[]", "{said: match.success}", "has not been said yet."),
      (
        "[]", "{answer: {type: pki match cms1a.key cms1b.cer, is: \"Matching [..]\"}}",
        "cms1a answers `pki match cms1a.key cms1b.cer` with `"
      ),
      (
        "[]", "{any: [{absent: cms1a.key}, {file: a}]}",
        "None is so: cms1a.key on cms1a is there. a is"
      ),
    ])
  func wrong(fault: String, yaml: String, fact: String) throws {
    let finding = try Self.check(yaml).holds(in: Look(at: Self.lab(fault)))
    #expect(!finding.holds)
    #expect(finding.fact.contains(fact), "\(finding.fact)")
  }

  @Test(
    "a certificate that is there and not read is found, and tells whose it is",
    arguments: [
      ("[{insert: cms1abc.cer, text: \"\\x1A\", after: 1}]", ["cms1b"]),
      ("[{insert: cms1abc.cer, text: \"\\x1A\", after: 2}]", ["cms1c"]),
      ("[{glue: cms1abc.cer, after: 1}]", ["cms1a", "cms1b", "cms1c"]),
      ("[{reorder: cms1abc.cer, parts: [3, 2, 1]}]", []), ("[{drop: cms1abc.cer, part: 2}]", []),
    ])
  func unread(fault: String, servers: [String]) throws {
    let look = Look(at: try Self.lab(fault))
    let found = try ["cms1a", "cms1b", "cms1c"].filter { server in
      let names = "names: [\(server).pod7.cms.lab], key: \(server)/\(server).key"
      return try Self.check("{unread: cms1abc.cer, on: cms1a, \(names)}").holds(in: look).holds
    }
    #expect(found == servers)
  }

  /// Types lines at cms1a's console.
  private static func type(_ lines: String..., at world: World, host: String = "cms1a") throws {
    let appliance = try #require(world.appliance(named: host))
    appliance.frontDoor.console().session(carryingOut: lines).start(on: TextScreen())
  }

  @Test("who makes an authority of the right name has not its signature")
  func forgery() throws {
    let world = try Self.lab("[{remove: cms1a.cer, on: [cms1a]}]")
    try Self.type(
      "pki selfsigned fake CN:cms-CMSLAB-AD-CA", "pki sign cms1a fake", at: world)
    try Self.type("pki list", at: world)
    let names = try #require(world.appliance(named: "cms1a")).files.map(\.name)
    let signed = try #require(names.first { $0.hasPrefix("cms1a.c") && $0 != "cms1a.csr" })
    let finding = try Self.check("{certificate: \(signed), issuer: cms-CMSLAB-AD-CA}")
      .holds(in: Look(at: world))
    #expect(!finding.holds)
    #expect(
      finding.fact.contains("names cms-CMSLAB-AD-CA as its issuer, but has not its signature"))
  }

  @Test("what was said counts for good, at its machine and with its values")
  func said() throws {
    let set = try TaskSet(
      name: "x",
      source: Array(
        """
        tasks:
          - id: a
            text: b
            check: {all: [{said: match.success, on: cms1b}, {said: file.not-found, values: {file: q}}]}
        """.utf8))
    let world = try Self.lab()
    let heard = Mutex(SaidSoFar(for: set))
    world.journal.subscribe { event in heard.withLock { _ = $0.note(event) } }
    let holds = {
      set.tasks[0].check.holds(in: Look(at: world, said: heard.withLock { $0.all }))
    }
    try Self.type("pki match cms1a.key cms1a.cer", "pki inspect q", at: world)
    #expect(!holds().holds)
    try Self.type("pki match cms1b.key cms1b.cer", at: world, host: "cms1b")
    #expect(holds().holds)
    // Whoever keeps the paths need not keep what was said.
    #expect(holds().seen == ["/0", "/1"])
    #expect(set.tasks[0].check.holds(in: Look(at: world), seen: ["/0", "/1"]).holds)
    // Whatever is said besides, no more is remembered.
    for _ in 1...20 { try Self.type("pki inspect q", "pki inspect p", at: world) }
    #expect(heard.withLock { $0.all.count } == 2)
  }

  @Test("what has to be so once is remembered by its path, and nothing else is")
  func ever() throws {
    let check = try Self.check(
      "{all: [{file: cms1a.key}, {absent: cms1a.cer, when: ever}, {file: cms1a.cer}]}")
    let world = try Self.lab()
    let appliance = try #require(world.appliance(named: "cms1a"))
    var finding = check.holds(in: Look(at: world))
    #expect(!finding.holds && finding.seen == [])
    let bytes = try #require(appliance.contents(of: "cms1a.cer"))
    _ = try appliance.removeFile("cms1a.cer")
    finding = check.holds(in: Look(at: world), seen: finding.seen)
    #expect(!finding.holds && finding.seen == ["/1"])
    try appliance.store(FileStore.File(name: "cms1a.cer", contents: bytes))
    finding = check.holds(in: Look(at: world), seen: finding.seen)
    #expect(finding.holds && finding.seen == ["/1"])
    #expect(!check.holds(in: Look(at: world)).holds)
  }

  @Test("the words of the innermost condition count, and how much is told")
  func words() throws {
    let set = try TaskSet(
      name: "x",
      source: Array(
        """
        tasks:
          - {id: a, text: b, fail: F, check: {all: [{file: q, fail: Q}, {file: r}], fail: A}}
          - {id: b, text: b, fail: F, tell: message, check: {all: [{file: r}], fail: A}}
          - {id: c, text: b, fail: F, tell: message, check: {file: r}}
          - {id: d, text: b, fail: F, tell: nothing, check: {file: r}}
          - {id: e, text: b, pass: P, check: {absent: r}}
        """.utf8))
    let look = try Look(at: Self.lab())
    let answers = set.tasks.map { $0.answer(to: $0.check.holds(in: look)) }
    #expect(
      answers == [
        ["Q", "q is not on cms1a."], ["A"], ["F"], ["This is not done yet."], ["P"],
      ])
  }

  @Test("a leftover and a huge file fail nothing but what names them")
  func leftovers() throws {
    let world = try Self.lab()
    let appliance = try #require(world.appliance(named: "cms1a"))
    let bundle = try #require(appliance.contents(of: "cms1a-fullchain.cer"))
    try appliance.store(
      FileStore.File(name: "old.cer", contents: [1, 2, 3]),
      FileStore.File(
        name: "huge.cer", contents: Array(repeating: bundle, count: 200).flatMap(\.self)))
    #expect(try Self.check(Self.fullChain).holds(in: Look(at: world)).holds)
    for yaml in [
      "{chain: huge.cer}", "{certificate: huge.cer}",
      "{answer: {type: pki verify cms1a.cer huge.cer, is: \"[...]\"}}",
    ] {
      let fact = try Self.check(yaml).holds(in: Look(at: world)).fact
      #expect(fact.contains("is larger than anything this lab asks for"))
    }
  }

  @Test("the authority's certificates count, those of this attempt only")
  func issued() throws {
    let world = try Self.lab()
    let session = world.workstation.seat().openWindow()
    let screen = TextScreen()
    session.start(on: screen)
    session.receive(
      .line(
        #"certreq -submit -username CMS\cert -p c1sco123 -config "#
          + #""cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" -attrib "#
          + #""CertificateTemplate:ClientandServerAuthentication" cms1a.csr new.cer"#),
      on: screen)
    let look = Look(at: world)
    #expect(
      try Self.check("{issued: {names: [join.pod7.cms.lab], key: cms1a.key}}").holds(in: look).holds
    )
    let finding = try Self.check("{issued: {key: dbclusterclient.csr}}").holds(in: look)
    #expect(!finding.holds && finding.fact.contains("another key than the one in dbclusterclient"))
  }
}
