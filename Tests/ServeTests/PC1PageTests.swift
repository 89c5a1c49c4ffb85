import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("The whole lab page with ssh and sftp only")
struct PC1PageTests {
  /// The authority and its template, as certreq is told.
  private static let authority =
    #"-config "cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" "#
    + #"-attrib "CertificateTemplate:ClientandServerAuthentication""#

  /// One trainee's page, on the machines of a pod.
  private struct Trainee {
    let lab: ServedLab
    let pod: Int

    func host(_ name: String) -> String { "\(name).pod\(pod).cms.lab" }

    /// What the screen shows of lines typed on PC1.
    func type(_ lines: [String]) throws -> String {
      let input = lines.map { "\($0)\n" }.joined()
      let result = try lab.ssh(host("pc1"), input: input)
      #expect(result.status == 0, "\(result.errors)")
      return result.output
    }

    /// The requests, on cms1a.
    func request() throws {
      let names = ["", "conf.", "join."].map { "\($0)pod\(pod).cms.lab" }
      let result = try lab.ssh(
        host("cms1a"),
        """
        pki csr cms1a CN:cms1.pod\(pod).cms.lab \
        subjectAltName:\(host("cms1a")),\(names.joined(separator: ","))
        pki csr dbclusterserver CN:\(host("cms1a")) \
        subjectAltName:\(host("cms1b")),\(host("cms1c"))
        pki csr dbclusterclient CN:postgres
        """)
      #expect(result.output.split(separator: "\n").count { $0.contains("ready for download") } == 3)
    }

    /// The page's blocks on PC1, from the requests to the uploads.
    func work() throws {
      let names = ["cms1a", "dbclusterserver", "dbclusterclient"]
      var lines =
        ["psftp \(host("cms1a")) -l admin", "c1sco123"] + names.map { "get \($0).csr" } + ["exit"]
      lines += names.map {
        "certreq -submit -username CMS\\cert -p c1sco123 \(PC1PageTests.authority) \($0).csr \($0).cer"
      }
      lines.append("WGET http://10.0.224.140/certificates/cmslab-root-ca.cer")
      for name in ["cms1b", "cms1c"] {
        lines.append("echo get \(name).cer | psftp \(host(name)) -l admin -pw c1sco123")
      }
      lines.append("copy cms1a.cer + cms1b.cer + cms1c.cer cms1abc.cer")
      for name in ["cms1a", "cms1b", "cms1c"] {
        lines.append("copy \(name).cer + cmslab-root-ca.cer \(name)-fullchain.cer")
      }
      for (name, files) in [
        (
          "cms1a",
          names.map { "\($0).cer" } + ["cms1a-fullchain.cer", "cms1abc.cer", "cmslab-root-ca.cer"]
        ), ("cms1b", ["cms1abc.cer", "cms1b-fullchain.cer"]),
        ("cms1c", ["cms1abc.cer", "cms1c-fullchain.cer"]),
      ] {
        lines += ["psftp admin@\(host(name))", "c1sco123"] + files.map { "put \($0)" } + ["exit"]
      }
      let screen = try type(lines + ["dir /b *.cer", "exit"])
      #expect(screen.split(separator: "\n").count { $0.contains("(Issued) Issued") } == 3)
      #expect(screen.split(separator: "\n").count { $0.contains(" => remote:") } == 10)
    }

    /// What the page ends with.
    func check() throws {
      let checks = try lab.ssh(
        host("cms1a"),
        """
        pki verify cms1a.cer cmslab-root-ca.cer
        pki match cms1a.key cms1a.cer
        pki match dbclusterclient.key dbclusterclient.cer
        """)
      #expect(
        checks.output == """
          Certificate verified against CA bundle
          Matching certificate and private key
          Matching certificate and private key

          """)
      for name in ["cms1b", "cms1c"] {
        let list = try lab.ssh(host(name), "pki list").output
        #expect(list.contains("\n\(name)-fullchain.cer\n") && list.contains("\ncms1abc.cer\n"))
      }
    }
  }

  @Test("two pods at once, each by itself")
  func page() throws {
    let lab = try ServedLab("--pods", "2", pods: 2)
    // It only starts clients, each of which has files of its own.
    nonisolated(unsafe) let shared = lab
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      let trainee = Trainee(lab: shared, pod: index + 1)
      do {
        try trainee.request()
        try trainee.work()
        try trainee.check()
      } catch {
        Issue.record(error)
      }
    }
    // Nothing of one pod is on the other's PC1.
    for pod in 1...2 {
      let names = ["cms1a.cer", "cms1abc.cer"].map { "get \($0) pod\(pod)-\($0)" }
      #expect(try lab.sftp(names[0], names[1], to: "pc1.pod\(pod).cms.lab").status == 0)
    }
    #expect(try lab.home.read("pod1-cms1a.cer") != lab.home.read("pod2-cms1a.cer"))
  }

  @Test("a request made elsewhere with openssl is signed by the lab's authority")
  func request() throws {
    let lab = try ServedLab()
    func openssl(_ arguments: String...) throws {
      let result = try lab.run("/usr/bin/openssl", arguments)
      #expect(result.status == 0, "\(result.errors)")
    }
    try openssl(
      "req", "-newkey", "rsa:2048", "-nodes", "-keyout", "own.key", "-out", "own.csr", "-subj",
      "/CN=web.pod7.cms.lab", "-addext", "subjectAltName=DNS:web.pod7.cms.lab")
    #expect(try lab.sftp("put own.csr", to: "pc1").status == 0)
    let submitted = try lab.ssh(
      "pc1",
      """
      certreq -submit -username CMS\\cert -p c1sco123 \(Self.authority) own.csr own.cer
      wget http://10.0.224.140/certificates/cmslab-root-ca.cer
      copy own.cer + cmslab-root-ca.cer chain.cer
      """)
    #expect(submitted.output.contains("Certificate retrieved(Issued) Issued"))
    #expect(submitted.status == 0)
    #expect(
      try lab.sftp("get own.cer", "get cmslab-root-ca.cer", "get chain.cer", to: "pc1").status == 0)
    try openssl("verify", "-CAfile", "cmslab-root-ca.cer", "-purpose", "sslserver", "own.cer")
    #expect(
      try lab.run("/usr/bin/openssl", ["x509", "-in", "own.cer", "-noout", "-pubkey"]).output
        == lab.run("/usr/bin/openssl", ["pkey", "-in", "own.key", "-pubout"]).output)
    // The appliance takes them too.
    #expect(
      try lab.sftp("put own.cer", "put own.key", "put cmslab-root-ca.cer root.cer").status == 0)
    #expect(
      try lab.ssh("cms1a", "pki verify own.cer root.cer\npki match own.key own.cer").output
        == "Certificate verified against CA bundle\nMatching certificate and private key\n")
  }
}
