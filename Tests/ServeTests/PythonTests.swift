import Foundation
import ProgramSupport
import Testing

@Suite("Python's paramiko")
struct PythonTests {
  @Test("passwords, questions, commands, a shell whose window changes, and files")
  func client() throws {
    let lab = try ServedLab()
    let script = Program.checkout.appending(path: "Tests/ServeTests/Resources/client.py").path
    // Debian's own: another python3 may come first in PATH, without paramiko.
    let result = try lab.run(
      "/usr/bin/python3", ["-W", "ignore", script, "\(lab.port)"], seconds: 30)
    #expect(result.output == "done\n")
    #expect(result.errors == "" && result.status == 0, "\(result.errors)")
  }
}
