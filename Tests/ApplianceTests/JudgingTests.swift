import Appliance
import PKI
import TestSupport
import Testing

@Suite("Judging files")
struct JudgingTests {
  private let appliance: Appliance

  init() throws {
    appliance = Appliance(hostname: "cms1a", now: { 1_795_424_400 })
    for name in try Fixtures.pki.names { try appliance.store(.fixture(name)) }
  }

  @Test(
    "a file's fault is a fact",
    arguments: [
      ("none", .notFound), ("empty.cer", .empty), ("server.key", .noCertificate),
      ("glued.cer", .damaged), ("server.cer", nil),
    ] as [(String, FileFault?)])
  func certificates(name: String, fault: FileFault?) {
    expect(fault) { () throws(FileFault) in _ = try appliance.certificates(in: name) }
  }

  @Test(
    "keys and requests",
    arguments: [
      ("none", .notFound, .notFound), ("locked.key", .keyEncrypted, .noRequest),
      ("server.cer", .noPrivateKey, .noRequest), ("glued.cer", .damaged, .damaged),
      ("server.key", nil, .noRequest), ("server.csr", .noPrivateKey, nil),
    ] as [(String, FileFault?, FileFault?)])
  func keys(name: String, keyFault: FileFault?, requestFault: FileFault?) {
    expect(keyFault) { () throws(FileFault) in _ = try appliance.privateKey(in: name) }
    expect(requestFault) { () throws(FileFault) in _ = try appliance.request(in: name) }
  }

  @Test(
    "a pair: the key is looked at first",
    arguments: [
      ("server.key", "server.cer", nil), ("server.key", "other.cer", .notMatching),
      ("none", "none", .privateKey(.notFound)), ("server.key", "empty.cer", .certificate(.empty)),
    ] as [(String, String, PairFault?)])
  func pairs(key: String, certificate: String, fault: PairFault?) {
    expect(fault) { () throws(PairFault) in
      try appliance.pair(privateKey: key, certificate: certificate)
    }
  }

  @Test(
    "a chain: certificate, links, anchors",
    arguments: [
      ("server.cer", ["inter.cer"], "root.cer", nil), ("none", [], "no", .certificate(.notFound)),
      ("server.cer", ["empty.cer"], "none", .bundle("empty.cer", .empty)),
      ("server.cer", [], "none", .bundle("none", .notFound)),
    ] as [(String, [String], String, ChainFault?)])
  func chains(certificate: String, links: [String], anchors: String, fault: ChainFault?) {
    expect(fault) { () throws(ChainFault) in
      try appliance.verify(certificate: certificate, links: links, anchors: anchors)
    }
  }

  @Test("a chain that ends nowhere has its number")
  func untrusted() {
    #expect {
      try appliance.verify(certificate: "server.cer", anchors: "server.cer")
    } throws: { error in
      if case .untrusted(let failure) = error as? ChainFault { failure.depth == 0 } else { false }
    }
  }

  private func expect<Fault: Error & Equatable>(
    _ fault: Fault?, _ body: () throws(Fault) -> Void
  ) {
    do throws(Fault) {
      try body()
      #expect(fault == nil)
    } catch {
      #expect(fault == error)
    }
  }
}
