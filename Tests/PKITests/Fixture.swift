import Foundation
import PKI
import TestSupport
import Testing

/// A PEM file of ``Fixtures/inspect`` with the text it must give.
struct Fixture: CustomTestStringConvertible {
  /// The file's name.
  let name: String

  var testDescription: String { name }

  static let all = ((try? Fixtures.inspect.names) ?? []).filter { !$0.hasSuffix(".txt") }
    .map { Fixture(name: $0) }

  var expected: [UInt8] {
    get throws { try Fixtures.inspect.bytes("\(name.prefix { $0 != "." }).txt") }
  }

  var text: [UInt8] {
    get throws {
      name.hasSuffix(".csr")
        ? try CertificateRequest(der: der).text : try Certificate(der: der).text
    }
  }

  private var der: [UInt8] {
    get throws {
      let lines = try Fixtures.inspect.text(name).split(separator: "\n")
      let body = lines.filter { !$0.hasPrefix("-----") }.joined()
      return [UInt8](Data(base64Encoded: body) ?? Data())
    }
  }
}
