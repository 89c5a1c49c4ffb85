import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("--files and --save, with openssl as the judge")
struct FolderTests {
  @Test("what pki csr makes is what openssl expects, and what openssl signs is accepted back")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    let typed =
      "pki csr cms1a OU:\"Cisco Support\" CN:cms1.pod7.cms.lab C:US subjectAltName:a.lab,10.0.0.7,x@y.lab\n"
    #expect(try Program.run("--save", path, input: typed).status == 0)
    #expect(try folder.mode("cms1a.key") == 0o600)
    #expect(try folder.mode("cms1a.csr") == 0o644)

    let request = try HostProgram.openssl([
      "req", "-in", "\(path)/cms1a.csr", "-noout", "-verify", "-text", "-nameopt", "RFC2253",
    ])
    #expect(request.status == 0)
    for part in [
      "verify OK", "Subject: CN=cms1.pod7.cms.lab,OU=Cisco Support,C=US", "(2048 bit)",
      "sha256WithRSAEncryption",
      "DNS:cms1.pod7.cms.lab, DNS:a.lab, IP Address:10.0.0.7, email:x@y.lab",
    ] { #expect(request.text.contains(part)) }
    #expect(
      try HostProgram.openssl(["rsa", "-in", "\(path)/cms1a.key", "-check", "-noout"]).status == 0)

    let pki = Fixtures.pki
    let signed = try HostProgram.openssl([
      "x509", "-req", "-in", "\(path)/cms1a.csr", "-CA", pki.path(of: "ca.crt"),
      "-CAkey", pki.path(of: "ca.key"), "-days", "10", "-set_serial", "7", "-out",
      "\(path)/cms1a.cer",
    ])
    #expect(signed.status == 0)
    try folder.write("root.cer", bytes: pki.bytes("root.cer"))
    let checked = try Program.run(
      "--files", path, input: "pki match cms1a.key cms1a.cer\npki verify cms1a.cer root.cer\n")
    #expect(
      checked.output == """
        cms1a> pki match cms1a.key cms1a.cer
        Matching certificate and private key
        cms1a> pki verify cms1a.cer root.cer
        Certificate verified against CA bundle
        cms1a> 

        """)
  }

  @Test("what the built-in CA signs, openssl verifies")
  func builtInCA() throws {
    let folder = try TemporaryFolder()
    let typed = """
      pki selfsigned dbca CN:lab
      pki csr db CN:postgres subjectAltName:a.lab
      pki sign db dbca

      """
    #expect(try Program.run("--save", folder.path, input: typed).status == 0)
    let verified = try HostProgram.openssl([
      "verify", "-x509_strict", "-purpose", "sslserver", "-CAfile", "\(folder.path)/dbca.crt",
      "\(folder.path)/db.crt",
    ])
    #expect(verified.text.hasSuffix("db.crt: OK\n"))
    #expect(try folder.mode("dbca.key") == 0o600)
  }

  @Test("all files come and go unchanged; any file with a private key is for its owner only")
  func copies() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run("--files", Fixtures.pki.path, "--save", folder.path).status == 0)
    let names = try Fixtures.pki.names
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names)
    for name in names {
      #expect(try folder.bytes(name) == Fixtures.pki.bytes(name))
      let secrets = ["key.der", "locked.der", "bob.pub", "carol.pub", "dave.pub"]
      let isSecret = name.hasSuffix(".key") || secrets.contains(name)
      #expect(try folder.mode(name) == (isSecret ? 0o600 : 0o644), "\(name)")
    }
  }

  @Test("links, folders and hidden files stay where they are")
  func walls() throws {
    let folder = try TemporaryFolder()
    try folder.write("real.cer", "x")
    try folder.write(".hidden", "x")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: "\(folder.path)/link.cer", withDestinationPath: "/etc/passwd")
    try manager.createDirectory(
      atPath: "\(folder.path)/sub", withIntermediateDirectories: false)
    let result = try Program.run("--files", folder.path, input: "pki list\n")
    #expect(result.output.hasSuffix("keys:\nreal.cer\ncms1a> \n"))
  }

  @Test("saving replaces a link instead of writing through it")
  func savingThroughLinks() throws {
    let (folder, outside) = (try TemporaryFolder(), try TemporaryFolder())
    try outside.write("victim", "untouched")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/dbca.key", withDestinationPath: "\(outside.path)/victim")
    #expect(
      try Program.run("--save", folder.path, input: "pki selfsigned dbca\n").status == 0)
    #expect(try outside.read("victim") == "untouched")
    #expect(try folder.read("dbca.key").hasPrefix("-----BEGIN RSA PRIVATE KEY-----\n"))
  }

  @Test("a file that cannot be written is 74 and does not hold up the others")
  func sizeLimit() throws {
    let (source, target) = (try TemporaryFolder(), try TemporaryFolder())
    for name in ["a.cer", "c.cer"] { try source.write(name, "x") }
    try source.write("b.cer", String(repeating: "x", count: 100_000))
    let command = """
      ulimit -f 100
      exec \(Program.path) --files \(source.path) --save \(target.path)
      """
    let result = try HostProgram.run("/bin/sh", ["-c", command])
    #expect(result.status == 74)
    #expect(result.errors == "mmp: cannot write \(target.path)/b.cer: File too large\n")
    #expect(target.has("a.cer") && !target.has("b.cer") && target.has("c.cer"))
  }

  @Test("a file that cannot be made is 73")
  func unmakable() throws {
    let (source, target) = (try TemporaryFolder(), try TemporaryFolder())
    try source.write("a.cer", "x")
    try FileManager.default.createDirectory(
      atPath: "\(target.path)/a.cer", withIntermediateDirectories: false)
    let result = try Program.run("--files", source.path, "--save", target.path)
    #expect(result.status == 73 && result.errors.contains("a.cer: Is a directory"))
  }

  @Test("a name the appliance cannot store is left out with a word")
  func names() throws {
    let folder = try TemporaryFolder()
    try folder.write("a b.cer", "x")
    try folder.write("a.cer", "x")
    let result = try Program.run("--files", folder.path, input: "pki list\n")
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("keys:\na.cer\ncms1a> \n"))
    #expect(result.errors.contains("a b.cer: file names are"))
  }
}
