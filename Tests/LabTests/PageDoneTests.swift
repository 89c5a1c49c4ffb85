import Appliance
import Journal
import PKI
import Testing
import Time
import Workstation

@testable import Lab

@Suite("The page done")
struct PageDoneTests {
  @Test(
    "everything of the page matches and verifies, with one tier or two, now or later",
    arguments: ["", "world: {authority: {tiers: 2}}"], [0, 20_000] as [UnixTime])
  func holds(yaml: String, days: UnixTime) throws {
    let world = try WholeLab.done(yaml, now: WorldTests.now + days * 86_400)
    #expect(WholeLab.failures(world) == [])
  }

  @Test("bundles hold the issuing authority too where there are two tiers")
  func tiers() throws {
    for (yaml, count) in [("", 2), ("world: {authority: {tiers: 2}}", 3)] {
      let world = try WholeLab.done(yaml)
      for host in ["cms1a", "cms1b", "cms1c"] {
        let chain = try #require(world.appliances[host]).certificates(in: "\(host)-fullchain.cer")
        #expect(chain.count == count)
      }
    }
  }

  @Test("a file that lies in several places is the same everywhere")
  func copies() throws {
    let files = WholeLab.files(try WholeLab.done())
    for (place, bytes) in files {
      let name = place.split(separator: " ")[1]
      for host in ["cms1a", "cms1b", "cms1c", "pc1"] {
        if let other = files["\(host) \(name)"] { #expect(other == bytes, "\(place) \(host)") }
      }
    }
    let parts = PKIFile(files["cms1c cms1abc.cer"] ?? []).certificates.map(\.der)
    #expect(
      parts
        == ["cms1a", "cms1b", "cms1c"].map {
          PKIFile(files["\($0) \($0).cer"] ?? []).certificates.first?.der ?? []
        })
  }

  /// Besides, cms1b and cms1c hold the database pairs, which the page says and does not type.
  @Test("it has what is there when the page is typed, in the same order")
  func typed() throws {
    let (done, typed) = (try WholeLab.done(), try WholeLab.typed())
    for host in ["cms1a", "cms1b", "cms1c"] {
      let files = [done, typed].map { $0.appliances[host]?.files ?? [] }
      let isPage = { (file: FileStore.File) in
        host == "cms1a" || !file.name.hasPrefix("dbcluster")
      }
      let words = files.map { $0.filter(isPage).map { "\($0.name) \($0.decoded.holding)" } }
      #expect(words[0] == words[1])
      let sizes = files.map {
        $0.filter { $0.name.hasSuffix(".cer") && isPage($0) }.map(\.contents.count)
      }
      #expect(sizes[0] == sizes[1])
    }
    let folders = try [done, typed].map { try $0.workstation.drive.list($0.certificateFolder) }
    #expect(folders[0].map(\.name) == folders[1].map(\.name))
    #expect(folders[0].map { $0.contents?.count } == folders[1].map { $0.contents?.count })
  }
}
