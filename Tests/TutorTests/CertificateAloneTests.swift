import Appliance
import Console
import Journal
import Lab
import MMPShell
import TestSupport
import Testing
import Workstation

@testable import Tutor

/// Files of the page that have more in them than what they are called after, and what is said of them.
@Suite("Certificates that have to stand alone")
struct CertificateAloneTests {
  private let world: World
  private let set: TaskSet
  private let heard: Guarded<SaidSoFar>

  init() throws { try self.init(fault: "[]") }

  private init(fault: String) throws {
    let (world, set) = (try CertificateTaskTests.lab(fault), try CertificateTaskTests.set())
    let heard = Guarded(SaidSoFar(for: set, in: world))
    world.journal.subscribe { event in _ = heard.change { $0.note(event) } }
    (self.world, self.set, self.heard) = (world, set, heard)
  }

  private func finding(_ id: String) throws -> Finding {
    let look = Look(at: world, said: heard.change { $0.all })
    return try #require(set[id]).check.holds(in: look)
  }

  private func words(_ id: String) throws -> String { try finding(id).words ?? "done" }

  /// The tasks that are not done.
  private var open: Set<String> {
    let look = Look(at: world, said: heard.change { $0.all })
    return Set(set.tasks.filter { !$0.check.holds(in: look).holds }.map(\.id))
  }

  private func bytes(_ name: String, on host: String) throws -> [UInt8] {
    try #require(Look(at: world).file(name, on: host)).contents
  }

  private func put(_ bytes: [UInt8], _ name: String, on host: String) throws {
    guard let appliance = world.appliance(named: host) else {
      return try world.workstation.drive.write(
        bytes, to: world.workstation.folder.appending(name))
    }
    try appliance.store(.init(name: name, contents: bytes))
  }

  private func ask() {
    world.appliance(named: "cms1a")?.frontDoor.console()
      .session(carryingOut: CertificateTaskTests.questions).start(on: TextScreen())
  }

  @Test(
    "what is too many is said, of the right certificate with more behind it",
    arguments: ["cms1a", "dbclusterserver", "dbclusterclient"])
  func tooMany(name: String) throws {
    let own = try bytes("\(name).cer", on: "pc1")
    let (b, c) = (try bytes("cms1b.cer", on: "pc1"), try bytes("cms1c.cer", on: "pc1"))
    let root = try bytes("cmslab-root-ca.cer", on: "pc1")
    let key = try bytes("cms1b.key", on: "cms1b")
    for (more, fact) in [
      (b + c, "has 2 more certificates behind its first."),
      (root, "has one more certificate behind its first."),
      (own, "has one more certificate behind its first."),
      (key, "holds something else than certificates."),
      (Array(("x" + String(decoding: root, as: UTF8.self)).utf8), "is not read: "),
    ] {
      for (host, id) in [("pc1", "sign-\(name)"), ("cms1a", "upload-certificates")] {
        try put(own + more, "\(name).cer", on: host)
        let finding = try finding(id)
        #expect(!finding.holds && finding.fact.contains(fact), "\(finding)")
        #expect(
          finding.words?.hasPrefix("`\(name).cer` on \(host == "pc1" ? "PC1" : host) begins with ")
            == true)
        try put(own, "\(name).cer", on: host)
      }
    }
    ask()
    #expect(open == [])
  }

  @Test("what an appliance passes over does no harm")
  func harmless() throws {
    let own = try bytes("cms1a.cer", on: "pc1")
    let text = Array("Bag Attributes\r\n    friendlyName: cms1a\r\n".utf8)
    for file in [own + [0x1A], text + own, own + text, own.filter { $0 != 0x0D }] {
      for host in ["pc1", "cms1a"] { try put(file, "cms1a.cer", on: host) }
      ask()
      #expect(open == [])
    }
  }

  @Test("whoever forgets the target of copy is told what is wrong, in bundles of it as well")
  func targetForgotten() throws {
    let right = try bytes("cms1abc.cer", on: "pc1")
    let window = world.workstation.seat().openWindow()
    func type(_ lines: String...) {
      for line in lines {
        window.receive(.line(line), on: TextScreen())
        if window.prompt.purpose == .answer { window.receive(.line("y"), on: TextScreen()) }
      }
    }
    type("copy cms1a.cer + cms1b.cer + cms1c.cer")
    let alone = "`cms1a.cer` on PC1, which has to be one certificate and nothing else"
    for id in ["bundle", "fullchain-cms1a"] { #expect(try words(id).contains(alone)) }
    type("copy cms1a.cer + cms1b.cer + cms1c.cer cms1abc.cer /y")
    for server in ["cms1a", "cms1b", "cms1c"] {
      for file in ["cms1a.cer", "cms1abc.cer"] where server == "cms1a" || file != "cms1a.cer" {
        type("echo put \(file) | psftp \(server).pod7.cms.lab -l admin -pw c1sco123")
      }
    }
    ask()
    let uploads: Set = ["upload-certificates", "upload-cms1a", "upload-cms1b", "upload-cms1c"]
    #expect(open == uploads.union(["sign-cms1a", "bundle", "fullchain-cms1a"]))
    for id in ["bundle", "fullchain-cms1a"] { #expect(try words(id).contains(alone)) }
    // The right one beside a wrong one is not what is blamed.
    for host in ["pc1", "cms1a", "cms1b", "cms1c"] { try put(right, "cms1abc.cer", on: host) }
    for id in ["upload-cms1a", "upload-cms1b", "upload-cms1c"] {
      #expect(try words(id).contains(alone.replacing("PC1", with: "cms1a")), "\(id)")
    }
  }

  @Test("nobody who was told that it is verified or matches hears that it was not said")
  func said() throws {
    // The key made anew after signing: it is verified all the same.
    let key = try Self(fault: "[{newKey: cms1a}]")
    key.ask()
    #expect(try key.words("verify").hasPrefix("`cms1a.cer` on cms1a is not the one"))
    #expect(try key.words("match").hasPrefix("`cms1a.key` on cms1a"))
    // It matches, for another name.
    let name = try Self(fault: "[{changeName: cms1a, cn: cms1a.pod7.cms.lab}]")
    name.ask()
    #expect(try name.words("match").hasPrefix("`cms1a.cer` on cms1a is not the one"))
    #expect(try words("verify").contains("`pki verify cms1a.cer cmslab-root-ca.cer`"))
    #expect(try words("match").contains("`pki match`"))
    ask()
    for id in ["verify", "match"] { #expect(try finding(id).holds) }
    // What was right when it was asked, and is another file now, though as good.
    let certificate = try bytes("cms1a.cer", on: "cms1a")
    try put(certificate + [0x0A], "cms1a.cer", on: "cms1a")
    #expect(try words("verify").contains("as they are there now"))
  }
}
