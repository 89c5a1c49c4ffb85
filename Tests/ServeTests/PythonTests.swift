import ProgramSupport
import TestSupport
import Testing

@Suite("Python's paramiko")
struct PythonTests {
  @Test("passwords, questions, commands, a shell whose window changes, and files")
  func client() throws {
    let lab = try ServedLab()
    let result = try lab.python("client.py")
    #expect(result.output == "done\n")
    #expect(result.errors == "" && result.status == 0, "\(result.errors)")
  }
}
