import Appliance
import Console
import MMPShell
import PKI
import Synchronization
import Time
import Workstation

@testable import Lab

/// Worlds in which the page is done, and what of the page holds in them.
enum WholeLab {
  /// A world in which the page is done, with that in its scenario too.
  static func done(_ yaml: String = "", now: UnixTime = WorldTests.now) throws -> World {
    let source = "purpose: x\npage: done\n\(yaml)\n"
    return try World(
      scenario: Scenario(name: "done.yaml", source: Array(source.utf8)), now: { now })
  }

  /// A world in which a trainee has typed the page, with keys of their own.
  static func typed(_ yaml: String = "") throws -> World {
    let source = "purpose: x\n\(yaml)\n"
    let world = try World(
      scenario: Scenario(name: "typed.yaml", source: Array(source.utf8)), keys: FewKeys(),
      now: { WorldTests.now })
    typePage(in: world)
    return world
  }

  /// Has a trainee type the page.
  static func typePage(in world: World) {
    let screen = TextScreen()
    let console = world.appliances["cms1a"]?.frontDoor.console().session()
    for line in requests { console?.receive(.line(line), on: screen) }
    let window = world.workstation.seat().openWindow()
    for line in files { window.receive(.line(line), on: screen) }
  }

  private static let requests = [
    "pki csr cms1a CN:cms1.pod7.cms.lab "
      + "subjectAltName:cms1a.pod7.cms.lab,pod7.cms.lab,conf.pod7.cms.lab,join.pod7.cms.lab",
    "pki csr dbclusterserver CN:cms1a.pod7.cms.lab "
      + "subjectAltName:cms1b.pod7.cms.lab,cms1c.pod7.cms.lab",
    "pki csr dbclusterclient CN:postgres",
  ]

  private static let files =
    ["psftp admin@cms1a.pod7.cms.lab", "c1sco123"]
    + ["get cms1a.csr", "get dbclusterserver.csr", "get dbclusterclient.csr", "exit"]
    + ["cms1a", "dbclusterclient", "dbclusterserver"].map {
      #"certreq -submit -username CMS\cert -p c1sco123 "#
        + #"-config "cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" "#
        + #"-attrib "CertificateTemplate:ClientandServerAuthentication" \#($0).csr \#($0).cer"#
    } + [
      "WGET http://10.0.224.140/certificates/cmslab-root-ca.cer",
      "echo get cms1b.cer | psftp cms1b.pod7.cms.lab -l admin -pw c1sco123",
      "echo get cms1c.cer | psftp cms1c.pod7.cms.lab -l admin -pw c1sco123",
      "copy cms1a.cer + cms1b.cer + cms1c.cer cms1abc.cer",
      "copy cms1a.cer + cmslab-root-ca.cer cms1a-fullchain.cer",
      "copy cms1b.cer + cmslab-root-ca.cer cms1b-fullchain.cer",
      "copy cms1c.cer + cmslab-root-ca.cer cms1c-fullchain.cer",
      "psftp admin@cms1a.pod7.cms.lab", "c1sco123", "put cms1a.cer", "put dbclusterserver.cer",
      "put dbclusterclient.cer", "put cms1a-fullchain.cer", "put cms1abc.cer",
      "put cmslab-root-ca.cer", "exit",
      "psftp admin@cms1b.pod1.cms.lab", "c1sco123", "put cms1abc.cer", "put cms1b-fullchain.cer",
      "exit",
      "psftp admin@cms1c.pod1.cms.lab", "c1sco123", "put cms1abc.cer", "put cms1c-fullchain.cer",
      "exit",
    ]

  /// What does not hold of all that does when the page is done; of what is not there, nothing holds.
  static func failures(_ world: World) -> Set<String> {
    var failures: Set<String> = []
    for host in ["cms1a", "cms1b", "cms1c"] {
      guard let appliance = world.appliances[host] else { continue }
      func check(_ what: String, _ holds: () throws -> Bool) {
        if (try? holds()) != true { failures.insert("\(host): \(what)") }
      }
      for name in [host, "dbclusterserver", "dbclusterclient"] {
        let (key, csr, cer) = ("\(name).key", "\(name).csr", "\(name).cer")
        check("match \(name)") {
          try appliance.pair(privateKey: key, certificate: cer); return true
        }
        check("verify \(name)") {
          try appliance.verify(certificate: cer, anchors: "cmslab-root-ca.cer")
          return true
        }
        check("request \(name)") {
          try appliance.request(in: csr).matches(appliance.privateKey(in: key))
        }
      }
      let chain = "\(host)-fullchain.cer"
      check("match chain") {
        try appliance.pair(privateKey: "\(host).key", certificate: chain); return true
      }
      check("verify chain") {
        try appliance.verify(certificate: chain, anchors: chain); return true
      }
      check("bundle") {
        try appliance.certificates(in: "cms1abc.cer").count == 3
      }
      check("own name") {
        try appliance.certificate(in: "\(host).cer").names(.dns("\(host).pod7.cms.lab"))
      }
      check("client name") {
        try appliance.certificate(in: "dbclusterclient.cer").commonName == "postgres"
      }
      check("text") { appliance.contents(of: "\(host).cer")?.starts(with: "-----".utf8) == true }
      check("clean") { appliance.contents(of: "\(host).cer")?.last == 0x0A }
    }
    return failures
  }

  /// Every file of every machine by machine and name; PC1's folder of certificates.
  static func files(_ world: World) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (host, appliance) in world.appliances {
      for file in appliance.files { files["\(host) \(file.name)"] = file.contents }
    }
    for entry in (try? world.workstation.drive.list(world.certificateFolder)) ?? [] {
      files["pc1 \(entry.name)"] = entry.contents
    }
    return files
  }
}

/// Keys that are made once for all tests, and handed out in turn.
final class FewKeys: KeySource {
  private static let made: [PrivateKey] = (0..<4).compactMap { _ in
    try? OpenSSLKeySource().rsaKey(bits: 2048) { _ in true }
  }
  private let next = Mutex(0)

  func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? {
    next.withLock { next in
      defer { next += 1 }
      return Self.made[next % Self.made.count]
    }
  }
}
