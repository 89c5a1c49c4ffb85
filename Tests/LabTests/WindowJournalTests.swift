import Appliance
import Console
import Journal
import Lab
import TestSupport
import Testing
import Workstation

@Suite("The journal of PC1")
struct WindowJournalTests {
  private static let folder = #"C:\Users\admin\Desktop\Certificates"#
  private static let config = #"cmslab-ad.cms.lab\cms-CMSLAB-AD-CA"#

  private static let template = "ClientandServerAuthentication"

  private let world: World
  private let seat: Seat
  private let session: Session
  private let diary: Diary

  init() throws {
    world = try World(now: { 1_795_424_400 })
    diary = Diary(of: world.journal)
    seat = world.workstation.seat()
    session = seat.openWindow()
  }

  /// Types lines; what was shown.
  @discardableResult
  private func type(_ lines: String...) -> String {
    session.type(lines, on: TextScreen())
  }

  /// What happened since the last call besides what was said, each with its host.
  private func events() -> [String] {
    diary.take().compactMap { event in
      Self.words(of: event.kind).map { "\(event.host): \($0)" }
    }
  }

  private static func words(of kind: Event.Kind) -> String? {
    func words(_ verb: String, _ file: FileNote) -> String {
      "\(verb) \(file.name.replacing("\(folder)\\", with: "")) \(file.holds)"
    }
    return switch kind {
    case .typed(let typed): (typed.isCommand ? "typed " : "answered ") + typed.line
    case .stored(let file): words("stored", file)
    case .replaced(let file): words("replaced", file)
    case .removed(let file): words("removed", file)
    case .renamed(let file, let from):
      words("renamed", file) + " from \(from.replacing("\(folder)\\", with: ""))"
    case .fetched(let file): words("fetched", file)
    case .submitted(_, let template): "submitted \(template ?? "")"
    case .issued: "issued"
    case .denied: "denied"
    case .said: nil
    default: Diary.words(of: kind)
    }
  }

  @Test("psftp: a wrong password, a fetched request, an upload")
  func psftp() {
    type(
      "psftp admin@cms1b.pod7.cms.lab", "wrong", "c1sco123", "get cms1b.csr", "put cms1b.csr a.csr",
      "exit")
    #expect(
      events() == [
        "pc1: begun console", "pc1: typed psftp admin@cms1b.pod7.cms.lab",
        "cms1b: refused password", "cms1b: begun psftp", "pc1: typed get cms1b.csr",
        "pc1: stored cms1b.csr csr", "cms1b: fetched cms1b.csr csr",
        "pc1: typed put cms1b.csr a.csr", "cms1b: stored a.csr csr", "pc1: typed exit",
        "cms1b: ended psftp",
      ])
  }

  @Test("copy, ren, del, and echo into a file, which is emptied first")
  func files() {
    type("echo a> a.txt", "echo b> a.txt", "copy a.txt b.txt", "ren b.txt c.txt", "del a.txt")
    #expect(
      events() == [
        "pc1: begun console", "pc1: typed echo a> a.txt", "pc1: stored a.txt other",
        "pc1: replaced a.txt other", "pc1: typed echo b> a.txt", "pc1: replaced a.txt other",
        "pc1: replaced a.txt other", "pc1: typed copy a.txt b.txt",
        "pc1: stored b.txt other", "pc1: typed ren b.txt c.txt",
        "pc1: renamed c.txt other from b.txt", "pc1: typed del a.txt", "pc1: removed a.txt other",
      ])
    seat.closeWindow()
    #expect(events() == ["pc1: ended console"])
  }

  @Test("certreq with a password, and wget")
  func certificates() {
    type("psftp -pw c1sco123 admin@cms1b.pod7.cms.lab", "get cms1b.csr", "exit")
    _ = events()
    let submit = #"certreq -submit -config "\#(Self.config)" "#
    let attributes = #"-attrib "CertificateTemplate:ClientandServerAuthentication" "#
    type(submit + attributes + #"-username CMS\cert -p c1sco123 cms1b.csr new.cer"#)
    let told = events()
    #expect(
      told.first == "pc1: typed " + submit + attributes
        + #"-username CMS\cert -p *** cms1b.csr new.cer"#)
    let kinds = told.dropFirst().map { $0.split(separator: ": ", maxSplits: 1).last ?? "" }
    #expect(
      kinds.filter { !$0.hasPrefix("stored new.rsp") } == [
        "submitted ClientandServerAuthentication", "issued", "stored new.cer certificate",
      ])
  }

  @Test("a refused request is told with the check it failed; to retrieve is no event of the CA")
  func refused() throws {
    let scenario = try Scenario(
      name: "x", source: Array("purpose: x\nworld: {authority: {minimumKey: 4096}}".utf8))
    let world = try World(scenario: scenario, now: { 1_795_424_400 })
    let diary = Diary(of: world.journal)
    _ = world.workstation.seat().openWindow().type(
      [
        "psftp -pw c1sco123 admin@cms1b.pod7.cms.lab", "get cms1b.csr", "exit",
        #"certreq -config "\#(Self.config)" -attrib "CertificateTemplate:\#(Self.template)" "#
          + "cms1b.csr new.cer",
        #"certreq -retrieve -config "\#(Self.config)" 12 new.cer"#,
      ], on: TextScreen())
    let events = diary.take().filter { $0.host == "cmslab-ad.cms.lab" }
    #expect(events.count == 2)
    guard case .submitted(12, Self.template)? = events.first?.kind,
      case .denied(12, "keyTooSmall")? = events.last?.kind
    else {
      Issue.record("\(events)")
      return
    }
  }

  @Test("no secret is anywhere, in no event of a whole day's work")
  func secrets() {
    type(
      "psftp -pw c1sco123 admin@cms1b.pod7.cms.lab", "get cms1b.csr", "exit",
      "plink -pw c1sco123 admin@cms1b.pod7.cms.lab hostname",
      "plink admin@cms1b.pod7.cms.lab hostname", "c1sco123",
      "ssh admin@cms1b.pod7.cms.lab hostname", "c1sco123",
      #"certreq -submit -config "\#(Self.config)" -username CMS\cert -p c1sco123 cms1b.csr a.cer"#,
      "psftp -pw c1sco123 -frob", "certreq -p c1sco123 -frob", "c1sco123x -pw c1sco123")
    let events = diary.take()
    #expect(events.count > 20)
    for event in events {
      let text = "\(event)"
      // Words no program has a secret in are told as typed.
      if text.contains("c1sco123x") { continue }
      #expect(!text.contains("c1sco123"), "\(text)")
    }
    #expect(events.map(\.number) == Array(1...events.count))
  }

  @Test("a command given to ssh that asks takes the next line as the answer")
  func question() throws {
    let appliance = try #require(world.appliance(named: "cms1a"))
    let key = try Fixtures.pki.bytes("locked.key")
    try appliance.store(.init(name: "cms1a.key", contents: key))
    type("ssh admin@cms1a.pod7.cms.lab pki unlock cms1a.key", "c1sco123")
    #expect(session.prompt.text == "Please enter password: " && !session.prompt.echoes)
    #expect(type("c1sco123").hasPrefix("Unlocked key file cms1a.key\n"))
    #expect(session.prompt.text.hasSuffix("Certificates>"))
    #expect(appliance.contents(of: "cms1a.key") != key)
    #expect(
      events() == [
        "pc1: begun console", "pc1: typed ssh admin@cms1a.pod7.cms.lab pki unlock cms1a.key",
        "cms1a: begun exec", "cms1a: typed pki unlock cms1a.key",
        "cms1a: replaced cms1a.key key", "cms1a: ended exec",
      ])
  }
}
