import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("What real clients show, byte for byte")
struct CaptureTests {
  @Test("ssh, sftp, plink and psftp", arguments: Capture.all(in: "ssh"))
  func clients(capture: Capture) throws {
    let lab = try ServedLab("--clock", "2026-11-23T09:00:00Z")
    try prepare(lab)
    if let difference = try capture.difference(on: stage(of: lab)) {
      Issue.record("\(difference)")
    }
  }

  /// Files to send, and each client as a command that finds this lab and trusts it.
  private func prepare(_ lab: ServedLab) throws {
    let copied = try lab.run(
      "/usr/bin/install",
      ["-m", "644", "-t", lab.home.path]
        + ["locked.key", "server.cer", "root.cer"].map {
          Fixtures.pki.path(of: $0)
        })
    try #require(copied.status == 0, "\(copied.errors)")
    try FileManager.default.createDirectory(
      atPath: "\(lab.home.path)/bin", withIntermediateDirectories: false)
    let openSSH = "-F '\(lab.home.path)/ssh_config'"
    let putty = lab.puttyOptions.joined(separator: " ")
    for (name, options) in [
      ("ssh", openSSH), ("sftp", "\(openSSH) -o BatchMode=no -b -"),
      ("plink", "-batch \(putty) admin@127.0.0.1"), ("psftp", "\(putty) admin@127.0.0.1"),
    ] {
      try lab.home.write("bin/\(name)", "#!/bin/sh\nexec /usr/bin/\(name) \(options) \"$@\"\n")
      try lab.home.setMode(0o700, of: "bin/\(name)")
    }
  }

  private func stage(of lab: ServedLab) -> CaptureStage {
    CaptureStage(elisions: [("port \(lab.port)", "port PORT")]) { command, input in
      try lab.run("/bin/sh", ["-c", command], input: input)
    } open: { command in
      try lab.terminal("/bin/sh", ["-c", "exec \(command)"])
    }
  }
}
