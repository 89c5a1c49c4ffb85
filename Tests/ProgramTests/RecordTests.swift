import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("mmp --record")
struct RecordTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Fixtures.pki.copy(to: "\(folder.path)/start/files")
  }

  /// Runs the program in the folder, or in a folder of it.
  private func run(
    _ arguments: String..., in place: String = "start", input: [String] = []
  ) throws -> Program.Result {
    try Program.run(
      arguments, input: Data((input + [""]).joined(separator: "\n").utf8),
      folder: "\(folder.path)/\(place)")
  }

  /// Replays a transcript from another folder, and once more where it has been moved with its files.
  private func expectReplay(of name: String) throws {
    for _ in 0..<2 {
      Thread.sleep(forTimeInterval: 2)
      let result = try run("test", "start/\(name)", in: "")
      #expect(result.output.hasSuffix("1 passed, 0 failed\n"), "\(result.output)")
    }
    try FileManager.default.moveItem(
      atPath: "\(folder.path)/start",
      toPath: URL(filePath: "\(folder.path)/far/away").creatingParent().path)
    let result = try run("test", name, in: "far/away")
    #expect(result.output.hasSuffix("1 passed, 0 failed\n"), "\(result.output)")
  }

  @Test("a console's session replays later and elsewhere")
  func console() throws {
    let live = try run(
      "--record", "session.txt", "--files", "../start/files",
      input: [
        "pki csr one CN:one", "pki selfsigned ca", "pki inspect ca.crt", "pki inspect one.csr",
        "date", "pki list", "pki unlock locked.key", "c1sco123", "pki inspect ca.key",
      ])
    #expect(live.status == 0)
    let text = try folder.read("start/session.txt")
    #expect(text.contains("#! files: files\n#! clock: 20"))
    #expect(text.contains("Serial Number: [..]\n") && text.contains("Modulus:\n[...]\n"))
    #expect(text.contains("Please enter password: c1sco123\n"))
    #expect(try folder.mode("start/session.txt") == 0o600)
    try expectReplay(of: "session.txt")
  }

  @Test("a session in the lab replays later and elsewhere")
  func lab() throws {
    let submit =
      #"certreq -submit -username CMS\cert -p c1sco123"#
      + #" -policyserver "cmslab-ad.cms.lab\cms-CMSLAB-AD-CA""#
      + #" -config "cmslab-ad.cms.lab\cms-CMSLAB-AD-CA""#
      + #" -attrib "CertificateTemplate:ClientandServerAuthentication" one.csr one.cer"#
    let ssh = ["ssh admin@cms1a.pod7.cms.lab", "c1sco123"]
    let psftp = ["psftp admin@cms1a.pod7.cms.lab", "c1sco123"]
    let live = try run(
      "lab", "--record", "session.txt", "--files", "files", "--scenario", "fresh",
      input: ["dir", ssh[0], "yes", ssh[1]] + ["pki csr one CN:one", "date", "exit"]
        + [psftp[0], "y", psftp[1], "ls", "get one.csr", "get one.key", "exit", submit]
        + ["dir", "pause", "", "type one.cer", "type one.key"]
        + ["wget http://10.0.224.140/certificates/cmslab-root-ca.cer"] + psftp
        + ["put one.cer", "get log", "ls", "exit", "type log"] + ssh
        + ["pki inspect one.cer", "pki match one.key one.cer", "exit"] + psftp + ["get one.cer"])
    #expect(live.status == 0)
    let text = try folder.read("start/session.txt")
    #expect(text.contains("RequestId: [..]\n") && text.contains("\n[..] [..] one.key\n"))
    #expect(text.contains("Matching certificate and private key\n"))
    // The end of input left psftp.
    #expect(text.contains("psftp> quit\n"))
    try expectReplay(of: "session.txt")
  }

  @Test("a new appliance is not taken for the lab's of that name")
  func newAppliance() throws {
    _ = try run("--host", "cms1b", "--record", "b.txt", input: ["pki list"])
    #expect(try run("test", "b.txt").status == 0)
  }

  @Test("a transcript among the files it starts with is none of them")
  func amongFiles() throws {
    _ = try run("lab", "--files", ".", "--record", "a.txt", in: "start/files", input: ["dir /b"])
    #expect(try run("test", "files/a.txt").status == 0)
  }

  @Test("a scenario's file is found from where the transcript lies")
  func scenarioFile() throws {
    try folder.write("start/expired", "purpose: Mine\nworld: {pod: 3}\n")
    let typed = ["ssh admin@cms1a.pod3.cms.lab", "c1sco123", "exit"]
    _ = try run(
      "lab", "--scenario", "../start/expired", "--record", "files/s.txt", input: typed)
    #expect(try folder.read("start/files/s.txt").hasPrefix("#! scenario: ../expired\n"))
    _ = try run("lab", "--scenario", "./expired", "--record", "s.txt", input: typed)
    #expect(try folder.read("start/s.txt").hasPrefix("#! scenario: ./expired\n"))
    #expect(try run("test", "start/files/s.txt", "start/s.txt", in: "").status == 0)
  }

  @Test("what exists is not written over", arguments: ["old.txt", "files", "link"])
  func exists(name: String) throws {
    try folder.write("start/old.txt", "old")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/start/link", withDestinationPath: "nowhere")
    for command in ["console", "lab"] {
      let result = try run(command, "--record", name, input: ["version"])
      #expect(result.status == 73)
      #expect(result.output == "")
      #expect(result.errors == "mmp: \(name) exists; choose another name or remove it\n")
    }
    #expect(try folder.read("start/old.txt") == "old")
  }

  @Test("a transcript that cannot be written at the end is 74")
  func fullDisk() throws {
    let command = "ulimit -f 0; exec \(Program.path) --record full.txt"
    let result = try HostProgram.run(
      "/bin/bash", ["-c", command], input: Data("version\n".utf8), folder: folder.path)
    #expect(result.status == 74)
    #expect(result.errors.hasPrefix("mmp: cannot write full.txt: "))
    #expect(!folder.has("full.txt"))
  }

  @Test("Ctrl-C at a terminal leaves a session that replays")
  func interrupted() throws {
    let terminal = try Terminal("lab", "--record", "\(folder.path)/start/session.txt")
    let prompt = #"Certificates>"#
    func type(_ keys: String, after text: String) {
      #expect(terminal.expect(text) != nil)
      terminal.type(keys)
    }
    type("ssh admin@cms1a.pod7.cms.lab\n", after: prompt)
    type("\u{3}", after: "password: ")
    type("ver\u{3}", after: prompt)
    type("psftp admin@cms1a.pod7.cms.lab\n", after: prompt)
    type("c1sco123\n", after: "password: ")
    type("pwd\n", after: "psftp> ")
    type("\u{3}", after: "psftp> ")
    type("pause\n", after: prompt)
    type("x", after: ". . . ")
    type("ssh admin@cms1a.pod7.cms.lab\n", after: prompt)
    type("c1sco123\n", after: "password: ")
    type("version\n", after: "cms1a> ")
    type("\u{4}", after: "cms1a> ")
    type("\u{4}", after: prompt)
    #expect(terminal.end() == 0)
    let result = try run("test", "session.txt")
    #expect(result.output.hasSuffix("1 passed, 0 failed\n"), "\(result.output)")
  }
}

extension URL {
  /// The same, after its folder was made.
  fileprivate func creatingParent() throws -> URL {
    try FileManager.default.createDirectory(
      at: deletingLastPathComponent(), withIntermediateDirectories: true)
    return self
  }
}
