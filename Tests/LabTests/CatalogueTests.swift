import Ledger

import Testing

@testable import Certreq
@testable import MMPShell
@testable import PuTTY
@testable import Workstation

@Suite("Catalogues")
struct CatalogueTests {
  /// Everything that any product says, spoken with some values.
  private let sayings: [Saying] =
    MMPMessages.sayings + CmdMessages.sayings + LoginMessages.sayings + PSFTPMessages.sayings
    + DirectoryMessages.sayings + TransferMessages.sayings + FileMessages.sayings
    + HelpMessages.sayings + UsageMessages.sayings + SSHMessages.sayings + CertreqMessages.sayings
    + WgetMessages.sayings + PingMessages.sayings

  @Test("every name in braces has a value, and every value a name")
  func values() {
    for saying in sayings {
      #expect(saying.values.count == saying.message.names.count, "\(saying.id)")
      #expect(!saying.text.contains("{"), "\(saying.id)")
    }
  }

  @Test("identifiers are unique, nothing lacks text or source, errors have cause and remedy")
  func complete() {
    #expect(Set(sayings.map(\.id)).count == sayings.count)
    for message in sayings.map(\.message) {
      #expect(!message.template.isEmpty && !message.source.isEmpty, "\(message.id)")
      #expect(!message.product.isEmpty, "\(message.id)")
      #expect(message.advice.map { !$0.cause.isEmpty && !$0.remedy.isEmpty } ?? true)
    }
  }

  @Test("a value stands wherever its name does, whatever is in it")
  func filling() {
    let saying = MMPMessages.createdKeyAndCSR(basename: "{x}")
    #expect(saying.text == "Created key file {x}.key and CSR {x}.csr")
    #expect(saying.namedValues.map(\.name) == ["basename"])
    #expect(saying.behind("> ").ending("").bytes == Array("> \(saying.text)".utf8))
  }
}
