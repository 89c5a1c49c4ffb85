import Appliance
import Authority
import Lab
import PKI
import Testing
import Tutor

/// What would have done harm, had it been typed as it was said, and what was not known to be so.
@Suite struct WhyHarmTests {
  private func file(_ name: String, on host: String, in world: World) throws -> [UInt8] {
    try #require(world.appliances[host]?.contents(of: name))
  }

  private func store(_ bytes: [UInt8], as name: String, on host: String, in world: World) throws {
    try #require(world.appliances[host]).store(FileStore.File(name: name, contents: bytes))
  }

  @Test("a file that is here and has what is missing is named, and nothing is put over it")
  func own() throws {
    let window = try WhyCase("missing-intermediate", at: "cms1c")
    let text = window.why("pki verify cms1c.cer cms1c-fullchain.cer")
    #expect(text.contains("The certificate of cms-CMSLAB-AD-CA is in cmslab-root-ca.cer, http"))
    #expect(!text.contains("To get it here"))
    #expect(!text.contains("The certificate of cms-CMSLAB-ROOT-CA is in"))
    #expect(window.trial == "pki verify cms1c.cer cmslab-root-ca.cer")
    #expect(window.type(window.trial ?? "").contains("verified against"))
  }

  @Test("a file that is brought takes the place of none of the same name, here or on the way")
  func names() throws {
    let window = try WhyCase()
    let root = try file("cmslab-root-ca.cer", on: "cms1a", in: window.world)
    let leaf = try file("cms1a.cer", on: "cms1a", in: window.world)
    try store(leaf, as: "cmslab-root-ca.cer", on: "cms1a", in: window.world)
    try store(leaf, as: "cms1a-fullchain.cer", on: "cms1a", in: window.world)
    // PC1 has the file, and cms1a one of that name with something else in it.
    #expect(
      window.why("pki verify cms1a.cer cmslab-root-ca.cer").contains(
        "then `put cmslab-root-ca.cer cmslab-root-ca2.cer`."))
    #expect(root != leaf)
  }

  @Test("the key of another server is not brought here")
  func otherKey() throws {
    let window = try WhyCase()
    let text = window.why("pki match cms1b.key cms1a.cer")
    #expect(text.contains("There is cms1b.key on cms1b."))
    #expect(!text.contains("To get it here"))
    // The database's key is for all of them.
    let other = try WhyCase()
    _ = try other.world.appliances["cms1a"]?.removeFile("dbclusterclient.key")
    let shared = other.why("pki match dbclusterclient.key dbclusterclient.cer")
    #expect(shared.contains("To get it here: on PC1 `psftp admin@cms1b.pod7.cms.lab`"))
  }

  @Test("a chain over two files is told as that, with both on one line")
  func pair() throws {
    let window = try WhyCase("missing-intermediate")
    let issuing = window.world.authority.certificate.pem
    try store(issuing, as: "cmslab-issuing-ca.cer", on: "cms1a", in: window.world)
    for bundle in ["cmslab-root-ca.cer", "cmslab-issuing-ca.cer"] {
      let text = window.why("pki verify cms1a.cer \(bundle)")
      #expect(text.contains("cms-CMSLAB-AD-CA and cms-CMSLAB-ROOT-CA are all needed: in one file"))
      #expect(
        window.trial == "pki verify cms1a.cer cmslab-issuing-ca.cer cmslab-root-ca.cer", "\(bundle)"
      )
      #expect(!text.contains("To get it here"))
    }
    #expect(window.type(window.trial ?? "").contains("verified against"))
  }

  @Test("an issuer that only has the name of the lab's CA is told as that, and not brought here")
  func impostor() throws {
    let window = try WhyCase()
    window.type("pki selfsigned fake CN:cms-CMSLAB-AD-CA", "pki csr web CN:web.pod7.cms.lab")
    window.type("pki sign web fake")
    let fake = try file("fake.crt", on: "cms1a", in: window.world)
    try store(fake, as: "cmslab-root-ca.cer", on: "cms1a", in: window.world)
    let web = try file("web.crt", on: "cms1a", in: window.world)
    try store(web, as: "web.cer", on: "cms1b", in: window.world)
    let other = WhyCase(in: window.world, at: "cms1b")
    let text = other.why("pki verify web.cer cmslab-root-ca.cer")
    #expect(
      text.contains(
        "cmslab-root-ca.cer has a certificate of the same name, cms-CMSLAB-AD-CA, but with another "
          + "key: that did not sign web.pod7.cms.lab."))
    #expect(!text.contains("only of cms-CMSLAB-AD-CA"))
    #expect(!text.contains("To get it here"))
    #expect(text.contains("Remedy: Have the lab's CA sign the request with certreq"))
    #expect(other.trial == "pki inspect web.cer")
    // Where the bundle has the one that only has the name, the right one is named.
    let right = window.why("pki verify cms1a.cer cmslab-root-ca.cer")
    #expect(right.contains("but with another key: that did not sign cms1a.pod7.cms.lab"))
    #expect(right.contains("The certificate of cms-CMSLAB-AD-CA is in cms1a-fullchain.cer, "))
    #expect(window.trial == "pki verify cms1a.cer cms1a-fullchain.cer")
  }

  @Test("a key was made anew where somebody has seen that, and was uploaded where that was seen")
  func origins() throws {
    let desk = try WhyCase(at: "pc1")
    let console = WhyCase(in: desk.world, at: "cms1a", origins: desk.origins)
    console.type("pki csr dbclusterclient CN:postgres")
    #expect(
      console.why("pki match dbclusterclient.key dbclusterclient.cer").contains(
        "dbclusterclient.csr on cms1b is the request from before dbclusterclient.key was made anew ("
      ))
    desk.type(
      "psftp admin@cms1a.pod7.cms.lab", "c1sco123", "get dbclusterclient.key new.key", "bye",
      "psftp admin@cms1b.pod7.cms.lab", "c1sco123", "put new.key dbclusterclient.key", "bye")
    let other = WhyCase(in: desk.world, at: "cms1b", origins: desk.origins)
    let text = other.why("pki match dbclusterclient.key dbclusterclient.cer")
    #expect(text.contains("is the request of another key: dbclusterclient.key was uploaded ("))
    #expect(!text.contains("made anew ("))
    // The key that belongs to the newer request is not overwritten by the older one.
    #expect(!text.contains("To bring that key here"))
    #expect(
      text.contains(
        "dbclusterclient.key here is the key of another request, dbclusterclient.csr on cms1a"))
    // Who has seen nothing says neither.
    let late = WhyCase(in: desk.world, at: "cms1b")
    #expect(
      late.why("pki match dbclusterclient.key dbclusterclient.cer").contains(
        "or another key was uploaded in its place"))
  }

  @Test("a key with a password on may be the one, and is not called missing")
  func locked() throws {
    let window = try WhyCase("encrypted-key")
    let text = window.why("pki match dbclusterserver.key cms1a.cer")
    #expect(!text.contains("nowhere in this lab"))
    #expect(
      text.contains(
        "cms1a.key is protected by a password, so nobody can tell whether it is that one."))
    #expect(!window.why("pki match cms1a.cer cms1a.key").contains("would serve"))
  }

  @Test("facts about a file that has changed since the error say so")
  func changed() throws {
    let window = try WhyCase()
    #expect(!window.why("pki match dbclusterserver.key cms1a.cer").contains("since this error"))
    let other = try file("dbclusterserver.cer", on: "cms1a", in: window.world)
    try store(other, as: "cms1a.cer", on: "cms1a", in: window.world)
    let text = window.lines.joined(separator: "\n")
    #expect(
      text.contains("Fact: cms1a.cer has changed since this error: what follows is about what"))
    #expect(window.trial == "pki match dbclusterserver.key cms1a.cer")
    #expect(window.type(window.trial ?? "").contains("Matching"))
    window.type("pki match cms1a.key cms1a.cer")
    _ = try window.world.appliances["cms1a"]?.removeFile("cms1a.key")
    #expect(window.lines.contains("Fact: cms1a.key is gone since this error."))
  }

  @Test("of a bundle in which an expired certificate was met that one is named with its dates")
  func expired() throws {
    let window = try WhyCase("renewed-root")
    let text = window.why("pki verify cms1a.cer renewed.cer cmslab-root-ca.cer")
    #expect(
      text.contains("In cmslab-root-ca.cer cms-CMSLAB-AD-CA has expired: it was valid from 2"))
    #expect(!text.contains("By signatures the chain is"))
    let old = window.why("pki verify cms1a.cer old.cer")
    #expect(!old.contains("has to be signed anew"))
    #expect(window.trial == "pki verify cms1a.cer renewed.cer")
    window.type("pki verify cms1a.cer renewed.cer cmslab-root-ca.cer")
    #expect(window.trial == "pki verify cms1a.cer renewed.cer")
  }

  @Test("a request without a name is mended with what the lab asks for under that basename")
  func holders() throws {
    let window = try WhyCase(yaml: "pod: 7")
    window.type("pki csr dbclusterclient")
    #expect(window.trial == "pki csr dbclusterclient CN:postgres")
    window.type("pki csr cms1a")
    #expect(
      window.trial == "pki csr cms1a CN:cms1.pod7.cms.lab subjectAltName:cms1a.pod7.cms.lab,"
        + "pod7.cms.lab,conf.pod7.cms.lab,join.pod7.cms.lab")
    #expect(window.type(window.trial ?? "").contains("Created key file"))
    let text = window.why("pki csr cms1a cn:cms1.pod7.cms.lab")
    #expect(text.contains("cms1a.key is here already, and pki csr would overwrite it unasked."))
    #expect(window.trial == "pki csr cms1anew CN:cms1.pod7.cms.lab")
    // Files of other kinds are not overwritten either.
    try store([0x41], as: "web.csr", on: "cms1a", in: window.world)
    window.type("pki csr web cn:web.pod7.cms.lab")
    #expect(window.trial == "pki csr webnew CN:web.pod7.cms.lab")
  }

  @Test("names with commas between them are told as such, and several are fetched or sent at once")
  func commas() throws {
    let desk = try WhyCase(at: "pc1")
    desk.type("psftp admin@cms1a.pod7.cms.lab", "c1sco123")
    let text = desk.why("get dbclusterserver.csr,dbclusterclient.csr")
    #expect(text.contains("The comma was taken for a part of the name: get takes one file"))
    #expect(desk.trial == "mget dbclusterserver.csr dbclusterclient.csr")
    #expect(desk.type(desk.trial ?? "").contains("dbclusterclient.csr"))
    #expect(desk.why("put cms1a.cer, nothing.cer").contains("nothing.cer is not in C:"))
    #expect(desk.trial == "put cms1a.cer")
    desk.type("get dbclusterserverr.csr")
    #expect(desk.trial == "get dbclusterserver.csr")
    // What is only like the name does not take the place of another file.
    try store([0x41], as: "dbclusterserver.csr", on: "cms1a", in: desk.world)
    desk.type("get dbclusterserverr.csr")
    #expect(desk.trial == "ls")
    #expect(desk.why("bye", "wget 10.0.224.141").contains("The nearest is 10.0.224.140"))
  }

  @Test("a path of PC1 is told to be one where there are no folders")
  func paths() throws {
    let window = try WhyCase()
    let path = #"C:\Users\admin\Desktop\Certificates\cms1a.cer"#
    let words = "cms1a.cer is on cms1a: type the name without a folder."
    #expect(window.why("pki inspect \(path)").contains(words))
    #expect(window.trial == "pki inspect cms1a.cer")
    #expect(window.chain(path).contains(words))
  }
}
