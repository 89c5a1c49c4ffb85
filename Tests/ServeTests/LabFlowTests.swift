import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("The lab page's certificates, with real clients and openssl as the authority")
struct LabFlowTests {
  private let names = [
    "cms1a.pod7.cms.lab", "pod7.cms.lab", "conf.pod7.cms.lab", "join.pod7.cms.lab",
  ]

  @Test("request, fetch, sign, upload, check")
  func flow() throws {
    let lab = try ServedLab("--key-stock", "2")
    try request(lab)
    #expect(try lab.psftp("get cms1a.csr", "get dbclusterclient.csr").status == 0)
    try sign(lab)
    try upload(lab)
    try check(lab)
  }

  /// As the page types it, at a terminal.
  private func request(_ lab: ServedLab) throws {
    let terminal = try lab.terminal(
      "/usr/bin/ssh", ["-F", "ssh_config", "-p", "\(lab.port)", "admin@127.0.0.1"])
    _ = terminal.expect("password: ")
    terminal.type("c1sco123\r")
    _ = terminal.expect("cms1a> ")
    for (name, fields) in [
      ("cms1a", "CN:cms1.pod7.cms.lab subjectAltName:\(names.joined(separator: ","))"),
      ("dbclusterclient", "CN:postgres"),
    ] {
      terminal.type("pki csr \(name) \(fields)\r")
      let screen = try #require(terminal.expect("\r\ncms1a> "))
      let made = """
        Created key file \(name).key and CSR \(name).csr
        CSR file \(name).csr ready for download via SFTP
        cms1a> 
        """
      let dots = try Regex(
        "\r\n(\\.+\r\n)+"
          + NSRegularExpression.escapedPattern(
            for: made.replacing("\n", with: "\r\n")) + "$")
      #expect(screen.contains(dots))
    }
    terminal.type("exit\r")
    #expect(terminal.end() == 0)
  }

  /// The authority: a root, and certificates with the names that were asked for.
  private func sign(_ lab: ServedLab) throws {
    try openssl(
      lab, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "root.key", "-out",
      "cmslab-root-ca.cer", "-subj", "/CN=cms-CMSLAB-AD-CA", "-days", "30", "-addext",
      "keyUsage=critical,keyCertSign,cRLSign")
    for name in ["cms1a", "dbclusterclient"] {
      try openssl(lab, "req", "-in", "\(name).csr", "-noout", "-verify")
      try openssl(
        lab, "x509", "-req", "-in", "\(name).csr", "-CA", "cmslab-root-ca.cer", "-CAkey",
        "root.key", "-CAcreateserial", "-days", "10", "-copy_extensions", "copy", "-out",
        "\(name).cer")
    }
    let chain = try lab.home.read("cms1a.cer") + lab.home.read("cmslab-root-ca.cer")
    try lab.home.write("cms1a-fullchain.cer", chain)
    try openssl(
      lab, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "other.key", "-out",
      "other-ca.cer", "-subj", "/CN=other", "-days", "30")
  }

  private func openssl(_ lab: ServedLab, _ arguments: String...) throws {
    let result = try lab.run("/usr/bin/openssl", arguments)
    #expect(result.status == 0, "\(result.errors)")
  }

  private func upload(_ lab: ServedLab) throws {
    let files = [
      "cms1a.cer", "dbclusterclient.cer", "cms1a-fullchain.cer", "cmslab-root-ca.cer",
      "other-ca.cer",
    ]
    let terminal = try lab.terminal(
      "/usr/bin/psftp",
      ["-P", "\(lab.port)", "-hostkey", lab.rows[0].fingerprint, "admin@127.0.0.1"])
    _ = terminal.expect("password: ")
    terminal.type("c1sco123\n" + files.map { "put \($0)\n" }.joined() + "exit\n")
    for file in files {
      #expect(terminal.expect("local:\(file) => remote:/\(file)\r\n") != nil)
    }
    #expect(terminal.end() == 0)
  }

  private func check(_ lab: ServedLab) throws {
    #expect(
      try lab.ssh("cms1a", "pki list").output == """
        User supplied certificates and keys:
        cms1a.key
        cms1a.csr
        dbclusterclient.key
        dbclusterclient.csr
        cms1a.cer
        dbclusterclient.cer
        cms1a-fullchain.cer
        cmslab-root-ca.cer
        other-ca.cer

        """)
    let checks = try lab.ssh(
      "cms1a",
      """
      pki verify cms1a.cer cmslab-root-ca.cer
      pki verify cms1a-fullchain.cer cmslab-root-ca.cer
      pki verify cms1a.cer other-ca.cer
      pki match dbclusterclient.key dbclusterclient.cer
      pki match cms1a.key dbclusterclient.cer
      """)
    #expect(
      checks.output == """
        Certificate verified against CA bundle
        Certificate verified against CA bundle
        Certificate not verified against CA bundle: error 20 at 0 depth lookup:\
        unable to get local issuer certificate
        Matching certificate and private key
        Certificate and private key do not match

        """)
    let inspection = try lab.ssh("cms1a", "pki inspect cms1a.cer").output
    #expect(inspection.contains("Issuer: CN=cms-CMSLAB-AD-CA\n"))
    #expect(inspection.contains("Subject: CN=cms1.pod7.cms.lab\n"))
    #expect(inspection.contains(" \(names.map { "DNS:\($0)" }.joined(separator: ", "))\n"))
    // The key never leaves by itself, but its owner may fetch it.
    #expect(try lab.sftp("get cms1a.key").status == 0)
    try openssl(lab, "pkey", "-in", "cms1a.key", "-noout", "-check")
  }
}
