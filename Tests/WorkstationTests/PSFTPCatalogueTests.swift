import Foundation
import Ledger
import Testing

@testable import Workstation

@Suite("psftp: what is said")
struct PSFTPCatalogueTests {
  private let messages = PuTTYCatalogue.messages

  @Test("identifiers are unique, nothing lacks text or source, errors have cause and remedy")
  func complete() {
    #expect(Set(messages.map(\.id)).count == messages.count)
    for message in messages {
      #expect(!message.template.isEmpty && !message.source.isEmpty, "\(message.id)")
      #expect(message.advice.map { !$0.cause.isEmpty && !$0.remedy.isEmpty } ?? true)
    }
  }

  @Test("every message declared is in the catalogue")
  func catalogue() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Workstation/PSFTP").standardizedFileURL
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let declared = try names.filter { $0.hasSuffix("Messages.swift") }.map { name in
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        .matches(of: #/static let \w+ = (Message\.(answer|error)|list|text)\(/#).count
    }
    #expect(declared.reduce(0, +) == messages.count)
  }
}
