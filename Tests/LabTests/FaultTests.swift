import Appliance
import Journal
import PKI
import Synchronization
import Testing
import Workstation

@testable import Lab

@Suite("Faults")
struct FaultTests {
  private static let machines = ["cms1a", "cms1b", "pc1"]

  /// A change of a file that both kinds of machine have, and what it must have come to.
  private static let changes:
    [(change: Fault.Change, file: String, isSo: @Sendable ([UInt8]) -> Bool)] = [
      (
        .reissue("cms1abc.cer", .init(from: -800, days: 730)), "cms1abc.cer",
        { bytes in
          let validity = PKIFile(bytes).certificates.first?.validity
          return validity?.notAfter == WorldTests.now - 70 * 86_400
        }
      ),
      (
        .reissue("dbclusterserver.cer", .init(issuer: "other")), "dbclusterserver.cer",
        { bytes in
          let text = PKIFile(bytes).certificates.first?.text ?? []
          return String(decoding: text, as: UTF8.self).contains("CN=Another Root CA")
        }
      ),
      (.drop("cms1abc.cer", part: 2), "cms1abc.cer", { PKIFile($0).certificates.count == 2 }),
      (
        .reorder("cms1abc.cer", parts: [3, 1, 2]), "cms1abc.cer",
        { bytes in
          PKIFile(bytes).certificates.first?.names(.dns("cms1c.pod7.cms.lab")) == true
        }
      ),
      (.glue("cms1abc.cer", after: 2), "cms1abc.cer", { PKIFile($0).isDamaged }),
      (
        .insert("cms1abc.cer", bytes: [0x1A], after: 1), "cms1abc.cer",
        { bytes in
          PKIFile(bytes).certificates.count == 2
        }
      ),
      (
        .insert("cms1abc.cer", bytes: Array("end".utf8), after: nil), "cms1abc.cer",
        { bytes in
          bytes.suffix(4) == [0x1A] + Array("end".utf8)
        }
      ),
      (
        .insert("dbclusterclient.cer", bytes: [0xEF, 0xBB, 0xBF], after: 0), "dbclusterclient.cer",
        {
          PKIFile($0).certificates.isEmpty
        }
      ),
      (
        .encode("dbclusterclient.csr", .init(form: .der)), "dbclusterclient.csr",
        { bytes in
          bytes.first == 0x30 && PKIFile(bytes).request != nil
        }
      ),
      (
        .encode("dbclusterclient.cer", .init(lineEnds: .lf)), "dbclusterclient.cer",
        { bytes in
          !bytes.contains(0x0D) && PKIFile(bytes).certificates.count == 1
        }
      ),
      (
        .encode("dbclusterclient.cer", .init(endsLine: false)), "dbclusterclient.cer",
        { bytes in
          bytes.last == UInt8(ascii: "-")
        }
      ),
      (
        .removeName("dbclusterserver", name: "cms1b.pod7.cms.lab"), "dbclusterserver.csr",
        { bytes in
          PKIFile(bytes).request?.names(.dns("cms1b.pod7.cms.lab")) == false
            && PKIFile(bytes).request?.names(.dns("cms1c.pod7.cms.lab")) == true
            && PKIFile(bytes).request?.isSignedByItsKey == true
        }
      ),
      (
        .changeName("dbclusterserver", to: "db.pod7.cms.lab"), "dbclusterserver.cer",
        { bytes in
          let certificate = PKIFile(bytes).certificates.first
          return certificate?.commonName == "db.pod7.cms.lab"
            && certificate?.names(.dns("db.pod7.cms.lab")) == true
            && certificate?.names(.dns("cms1a.pod7.cms.lab")) == false
        }
      ),
      (.remove("cms1abc.cer"), "cms1abc.cer", { $0.isEmpty }),
    ]

  @Test("each action on each kind of machine, and on no other", arguments: machines)
  func actions(machine: String) throws {
    for (change, file, isSo) in Self.changes {
      let world = try WholeLab.done()
      let before = WholeLab.files(world)
      try world.befall(Fault([.init(change, on: [machine])]))
      let after = WholeLab.files(world)
      #expect(isSo(after["\(machine) \(file)"] ?? []), "\(change)")
      let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
      #expect(changed.allSatisfy { $0.hasPrefix("\(machine) ") }, "\(change): \(changed)")
      let names = after.keys.filter { $0.hasPrefix("cms1a ") }
      #expect(names.count >= 11)
    }
  }

  @Test("keys are made, swapped and encrypted where they are", arguments: ["cms1a", "cms1b"])
  func keys(machine: String) throws {
    let world = try WholeLab.done()
    let appliance = try #require(world.appliances[machine])
    let old = try appliance.privateKey(in: "\(machine).key")
    try world.befall(Fault([.init(.newKey(machine))]))
    let new = try appliance.privateKey(in: "\(machine).key")
    let request = try appliance.request(in: "\(machine).csr")
    #expect(request.matches(new) && !request.matches(old) && request.isSignedByItsKey)
    #expect(request.names(.dns("\(machine).pod7.cms.lab")))
    #expect(request.commonName == "cms1.pod7.cms.lab")
    // The spare key is in use now, so another one is made.
    try world.befall(Fault([.init(.newKey(machine))]))
    #expect(try appliance.privateKey(in: "\(machine).key").pem != new.pem)
    try world.befall(Fault([.init(.swapKey("\(machine).key", for: "dbclusterclient.key"))]))
    #expect(
      appliance.contents(of: "\(machine).key") == appliance.contents(of: "dbclusterclient.key"))
    try world.befall(Fault([.init(.swapKey("\(machine).key", for: machine))]))
    #expect(try appliance.privateKey(in: "\(machine).key").pem == old.pem)
    try world.befall(Fault([.init(.encrypt("\(machine).key", password: "secret"))]))
    let locked = try #require(appliance.contents(of: "\(machine).key"))
    #expect(PKIFile(locked).hasEncryptedPrivateKey)
    #expect(try PKIFile.unlock(locked, password: "secret") == old.pem)
  }

  @Test("one key on several machines is one new key on all of them")
  func sharedKey() throws {
    let world = try WholeLab.done()
    try world.befall(Fault([.init(.newKey("dbclusterclient"))]))
    let files = WholeLab.files(world)
    for file in ["dbclusterclient.key", "dbclusterclient.csr"] {
      #expect(files["cms1a \(file)"] == files["cms1b \(file)"])
      #expect(files["cms1a \(file)"] == files["cms1c \(file)"])
    }
    #expect(files["pc1 dbclusterclient.csr"] != files["cms1a dbclusterclient.csr"])
  }

  @Test("a certificate changes in its bundles too, everywhere, unless it is alone")
  func bundles() throws {
    let bundles =
      ["pc1 cms1a-fullchain.cer", "cms1a cms1a-fullchain.cer"]
      + ["pc1", "cms1a", "cms1b", "cms1c"].map { "\($0) cms1abc.cer" }
    let files = ["pc1 cms1a.cer", "cms1a cms1a.cer"]
    for change in [
      Fault.Change.reissue("cms1a.cer", .init(days: 30)), .changeName("cms1a", to: "a.b"),
      .encode("cms1a.cer", .init(form: .der)), .encode("cms1a.cer", .init(lineEnds: .lf)),
    ] {
      for isAlone in [false, true] {
        let world = try WholeLab.done()
        let before = WholeLab.files(world)
        try world.befall(Fault([.init(change, alone: isAlone)]))
        let after = WholeLab.files(world)
        let changed = Set(before.keys.filter { before[$0] != after[$0] && !$0.hasSuffix(".csr") })
        #expect(changed == Set(isAlone ? files : files + bundles), "\(change)")
        #expect(after["pc1 cms1abc.cer"] == after["cms1c cms1abc.cer"])
      }
    }
  }

  @Test("binary becomes text again, in bundles too")
  func roundTrip() throws {
    let world = try WholeLab.done()
    let before = WholeLab.files(world)
    try world.befall(
      Fault([
        .init(.encode("cms1a.cer", .init(form: .der))),
        .init(.encode("cms1a.cer", .init(form: .pem, lineEnds: .crlf))),
      ]))
    #expect(WholeLab.files(world) == before)
  }

  private static let impossible: [(change: Fault.Change, machines: [String]?, words: String)] = [
    (.remove("nothing.cer"), nil, "no machine has nothing.cer"),
    (.remove("cms1a.key"), ["pc1"], "pc1 has no cms1a.key"),
    (.remove("cms1a.cer"), ["cms1d"], "there is no machine cms1d"),
    (.remove("cms1a.cer"), [], "no machine is named"),
    (.reissue("cms1a.key", .init(days: 1)), nil, "holds no certificate"),
    (.reissue("cmslab-root-ca.cer", .init(days: 1)), nil, "only a server's or client's"),
    (.reissue("cms1a.cer", .init(issuer: "issuing")), nil, "there is no authority issuing"),
    (.reissue("cms1a.cer", .init(from: .max)), nil, "a century"),
    (.reissue("cms1a.cer", .init(days: .max)), nil, "a century"),
    (.drop("cms1abc.cer", part: 4), nil, "no part 4"),
    (.drop("cms1a.cer", part: 1), nil, "it is no bundle: it has no second part"),
    (.drop("cms1abc.cer", part: .min), nil, "no part"),
    (.reorder("cms1abc.cer", parts: [1, 2]), nil, "3 parts has to be named once"),
    (.reorder("cms1abc.cer", parts: [1, 2, 3]), nil, "so already"),
    (.glue("cms1abc.cer", after: 3), nil, "no part stands behind part 3"),
    (.insert("cms1abc.cer", bytes: [1], after: 4), nil, "no part 4"),
    (.insert("cms1abc.cer", bytes: [], after: 1), nil, "so already"),
    (.encrypt("cms1a.cer", password: "x"), nil, "holds no key"),
    (.encrypt("cms1a.key", password: ""), nil, "password is empty"),
    (.swapKey("cms1a.key", for: "no.key"), nil, "nor is there a key of that name"),
    (.swapKey("cms1a.key", for: "cms1a.cer"), nil, "holds no key"),
    (.swapKey("cms1a.key", for: "cms1a"), nil, "so already"),
    (.newKey("cms1b"), ["pc1"], "pc1 has no cms1b.key"),
    (.encode("cms1abc.cer", .init(form: .der)), nil, "no binary form"),
    (.encode("cms1a.cer", .init(form: .pem)), nil, "so already"),
    (.removeName("cms1a", name: "cms1d.pod7.cms.lab"), nil, "has that alternative name"),
    (.removeName("cms1a", name: "a b"), nil, "cannot be an alternative name"),
    (.changeName("dbclusterclient", to: "postgres"), nil, "has another common name"),
    (.changeName("cms1a", to: String(repeating: "a", count: 65)), nil, "cms1a.csr"),
  ]

  @Test("what cannot be done changes nothing, nor does what could have been before it")
  func refusals() throws {
    let world = try WholeLab.done()
    let heard = Mutex(0)
    world.journal.subscribe { _ in heard.withLock { $0 += 1 } }
    let before = WholeLab.files(world)
    for (change, machines, words) in Self.impossible {
      let fault = Fault([
        .init(.remove("cms1c.cer")), .init(.newKey("cms1b")), .init(change, on: machines),
      ])
      for fault in [fault, Fault([.init(change, on: machines)])] {
        #expect(throws: WorldError.self) { try world.befall(fault) }
      }
      #expect { try world.befall(Fault([.init(change, on: machines)])) } throws: {
        "\($0)".contains(words) && "\($0)".hasPrefix("fault[0].")
      }
    }
    #expect(WholeLab.files(world) == before)
    #expect(heard.withLock { $0 } == 0)
  }

  @Test("a store or drive that is full takes nothing, and the others stay as they are")
  func full() throws {
    let world = try WholeLab.done()
    let appliance = try #require(world.appliances["cms1b"])
    let room = appliance.quota.totalSize - appliance.usage.size
    var left = room
    while left > 0 {
      let size = min(left, appliance.quota.fileSize)
      try appliance.store(.init(name: "fill\(left)", contents: Array(repeating: 0, count: size)))
      left -= size
    }
    let before = WholeLab.files(world)
    let grown = Fault([.init(.insert("cms1abc.cer", bytes: [0, 0], after: nil))])
    #expect { try world.befall(grown) } throws: {
      "\($0)".contains("cms1b: there is no room for the files")
    }
    #expect(WholeLab.files(world) == before)
  }

  @Test("it is told as what happened by itself; what a scenario begins with is not")
  func events() throws {
    let events = Mutex<[String]>([])
    let world = try WholeLab.typed()
    world.journal.subscribe { event in
      events.withLock { $0.append("\(event.host) \(event.kind)".prefix { $0 != "(" }.description) }
      #expect(event.actor == nil)
    }
    try world.befall(
      Fault([
        .init(.reissue("cms1a.cer", .init(days: 1)), on: ["cms1a", "pc1"], alone: true),
        .init(.remove("cms1abc.cer"), on: ["cms1c"]),
      ]))
    #expect(
      events.withLock { $0 } == ["cms1a replaced", "cms1c removed", "pc1 replaced"])
  }

  @Test("PC1's folder of certificates may be gone")
  func folder() throws {
    let world = try WholeLab.done()
    try world.befall(Fault([.init(.remove("CMS1A.CER"), on: ["pc1"])]))
    #expect(WholeLab.files(world)["pc1 cms1a.cer"] == nil)
    for entry in try world.workstation.drive.list(world.certificateFolder) {
      try world.workstation.drive.delete(world.certificateFolder.appending(entry.name))
    }
    try world.workstation.drive.deleteFolder(world.certificateFolder)
    #expect(throws: WorldError.self) {
      try world.befall(Fault([.init(.remove("cms1b.cer"), on: ["pc1"])]))
    }
    try world.befall(Fault([.init(.remove("cms1abc.cer"))]))
  }
}
