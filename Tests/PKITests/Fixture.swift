import Foundation
import PKI
import Testing

/// A PEM file of fixtures/inspect with the text it must give.
struct Fixture: CustomTestStringConvertible {
  let file: URL

  var testDescription: String { file.lastPathComponent }

  static let all: [Fixture] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../fixtures/inspect").standardizedFileURL
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension != "txt" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { Fixture(file: $0) }
  }()

  var expected: [UInt8] {
    get throws {
      [UInt8](try Data(contentsOf: file.deletingPathExtension().appendingPathExtension("txt")))
    }
  }

  var text: [UInt8] {
    get throws {
      file.pathExtension == "csr"
        ? try CertificateRequest(der: der).text : try Certificate(der: der).text
    }
  }

  private var der: [UInt8] {
    get throws {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      let body = lines.filter { !$0.hasPrefix("-----") }.joined()
      return [UInt8](Data(base64Encoded: body) ?? Data())
    }
  }
}
