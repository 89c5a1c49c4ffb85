import ProgramSupport
import TestSupport
import Testing

/// Transcripts that tell of something else than what happens must not pass.
@Suite("False transcripts")
struct FalseTranscriptTests {
  private static let window = #"C:\Users\admin\Desktop\Certificates>"#

  @Test(
    "differ",
    arguments: [
      // A wrong password, and then the console that a right one would have opened.
      "\(window)ssh admin@cms1a.pod7.cms.lab\nPlease enter password: wrong\ncms1a> pki list\n"
        + "User supplied certificates and keys:\n",
      // A question that a transcript forgets, in the appliance's console.
      "#! files: pki\ncms1a> pki unlock locked.key\n\(window)ver\n\n"
        + "Microsoft Windows [Version 10.0.17763.1821]\n\n",
      // The same at its end.
      "#! files: pki\ncms1a> pki unlock locked.key\n",
      // An overwrite question waits while somebody works elsewhere.
      "\(window)echo x> a\n\n\(window)copy a b\n        1 file(s) copied.\n\n\(window)copy a b\n"
        + "cms1a> version\n2.9.0\n",
    ])
  func differ(text: String) throws {
    let folder = try TemporaryFolder()
    try Fixtures.pki.copy(to: "\(folder.path)/pki")
    try folder.write("false.txt", text)
    let result = try Program.run("test", "\(folder.path)/false.txt")
    #expect(result.status == 1, "\(result.output)")
    #expect(result.output.hasSuffix("0 passed, 1 failed\n"))
  }

  @Test("a question that is shown may wait")
  func shown() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "true.txt",
      "\(Self.window)ssh admin@cms1a.pod7.cms.lab\nPlease enter password: wrong\n"
        + "Please enter password: \ncms1b> version\n2.9.0\n")
    #expect(try Program.run("test", "\(folder.path)/true.txt").status == 0)
  }

  @Test("a message that a transcript is there for must be said")
  func shows() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "#! shows: version.is\ncms1a> version\n2.9.0\n")
    #expect(try Program.run("test", "\(folder.path)/a.txt").status == 0)
    try folder.write("b.txt", "#! shows: csr.created\ncms1a> version\n2.9.0\n")
    let result = try Program.run("test", "\(folder.path)/b.txt")
    #expect(result.status == 1 && result.output.contains("csr.created, which is never said"))
  }
}
