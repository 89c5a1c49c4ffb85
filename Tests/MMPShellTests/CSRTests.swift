import Appliance
import Console
import PKI
import Testing

@testable import MMPShell

@Suite("pki csr")
struct CSRTests {
  @Test("a dot for every fifteenth candidate, a line for every prime")
  func progress() throws {
    let console = try TestConsole()
    #expect(
      console.type("pki csr cms1a CN:a.lab") == """
        ..
        ...
        Created key file cms1a.key and CSR cms1a.csr
        CSR file cms1a.csr ready for download via SFTP

        """)
    #expect(console.fileNames == ["cms1a.key", "cms1a.csr"])
  }

  @Test("Ctrl-C ends the line of dots and leaves the files alone", arguments: [1, 2, 3, 4, 5])
  func interrupted(patience: Int) throws {
    let console = try TestConsole()
    _ = console.type("pki csr cms1a CN:a.lab")
    let before = console.appliance.files.map(\.contents)
    let screen = ImpatientScreen(patience: patience)
    console.appliance.frontDoor.console().session().receive(
      .line("pki csr cms1a CN:b.lab"), on: screen)
    #expect(screen.text.hasSuffix("\n") && !screen.text.contains("\n\n"))
    #expect(!screen.text.contains("Created"))
    #expect(console.appliance.files.map(\.contents) == before)
  }

  @Test("key and CSR are stored together or not at all")
  func atomic() throws {
    let console = try TestConsole(quota: Quota(fileSize: 4096, fileCount: 1, totalSize: 8192))
    #expect(console.type("pki csr cms1a CN:a.lab").hasSuffix("No space left for file cms1a.key\n"))
    #expect(console.fileNames.isEmpty)
  }

  @Test("a key that cannot be made is no crash")
  func failure() throws {
    let console = try TestConsole(keys: PreparedKey(fails: true))
    #expect(console.type("pki csr cms1a CN:a.lab").hasSuffix("Invalid argument\n"))
    #expect(console.fileNames.isEmpty)
  }

  @Test("overwriting keeps the place in the list")
  func overwrite() throws {
    let console = try TestConsole()
    _ = console.type("pki csr a CN:a.lab", "pki csr b CN:b.lab", "pki csr a CN:c.lab")
    #expect(console.fileNames == ["a.key", "a.csr", "b.key", "b.csr"])
  }

  @Test(
    "alternative names: the CN first, then the list as typed",
    arguments: [
      ("CN:a.lab", []),
      ("CN:a.lab subjectAltName:b.lab,a.lab", [.dns("a.lab"), .dns("b.lab"), .dns("a.lab")]),
      ("CN:Example subjectAltName:10.0.0.7", [.dns("Example"), .address([10, 0, 0, 7])]),
      ("subjectAltName:x@y.lab CN:.*.lab", [.dns(".*.lab"), .email("x@y.lab")]),
      ("CN:日本 subjectAltName:b.lab", [.dns("b.lab")]),
    ] as [(String, [AlternativeName])])
  func alternativeNames(typed: String, names: [AlternativeName]) throws {
    let attributes = try CSRAttributes(CommandLineWords(typed).words)
    #expect(try attributes.alternativeNames() == names)
  }

  @Test("the subject's order does not depend on the order typed")
  func subject() throws {
    let typed = "OU:u CN:n emailAddress:e@x O:o L:l ST:s C:US"
    let attributes = try CSRAttributes(CommandLineWords(typed).words)
    #expect(
      attributes.subject.attributes.map(\.value) == ["US", "s", "l", "o", "u", "n", "e@x"])
  }
}
