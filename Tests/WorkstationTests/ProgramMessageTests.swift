import Foundation
import Ledger
import Testing

@testable import Workstation

@Suite("Messages of certreq and wget")
struct ProgramMessageTests {
  private let catalogue = Message.certreqCatalogue + Message.wgetCatalogue

  @Test("identifiers are unique, errors have advice, sources are named")
  func complete() {
    #expect(Set(catalogue.map(\.id)).count == catalogue.count)
    for message in catalogue { #expect(!message.template.isEmpty && !message.source.isEmpty) }
  }

  @Test("every message declared is in a catalogue", arguments: ["Certreq", "Wget"])
  func declared(folder: String) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Workstation/\(folder)").standardizedFileURL
    var declared = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: path.path)
    where name.hasSuffix("Messages.swift") {
      let source = try String(contentsOf: path.appending(path: name), encoding: .utf8)
      declared += source.matches(of: #/static let \w+ = (answer|error|failure)\(/#).count
    }
    #expect(declared == catalogue.count { $0.id.hasPrefix(folder.lowercased() + ".") })
  }
}
