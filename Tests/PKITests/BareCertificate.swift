import Foundation
import PKI
import Testing

/// Writes DER.
enum DER {
  static func element(_ tag: UInt8, _ content: [UInt8]...) -> [UInt8] {
    let body = Array(content.joined())
    let count = body.count
    let length: [UInt8] =
      switch count {
      case ..<0x80: [UInt8(count)]
      case ..<0x100: [0x81, UInt8(count)]
      case ..<0x10000: [0x82, UInt8(count >> 8), UInt8(count & 0xff)]
      default: [0x83, UInt8(count >> 16), UInt8(count >> 8 & 0xff), UInt8(count & 0xff)]
      }
    return [tag] + length + body
  }

  static func sequence(_ content: [UInt8]...) -> [UInt8] {
    element(0x30, Array(content.joined()))
  }

  static func number(_ value: UInt8) -> [UInt8] { element(0x02, [value]) }

  /// A positive number of so many bytes, odd.
  static func largeNumber(_ count: Int) -> [UInt8] {
    element(0x02, Array(repeating: 0x5B, count: count))
  }

  static func zeros(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }
}

/// Writes PEM.
enum PEM {
  static func block(_ label: String, _ der: [UInt8]) -> [UInt8] {
    let text = Data(der).base64EncodedString(options: [
      .lineLength64Characters, .endLineWithLineFeed,
    ])
    return Array("-----BEGIN \(label)-----\n\(text)\n-----END \(label)-----\n".utf8)
  }
}

/// A certificate with next to nothing in it, but for the piece under test. All pieces are DER.
struct BareCertificate {
  var serial: [UInt8] = [0x02, 0x01, 0x01]
  /// 1.2.3
  var algorithm: [UInt8] = DER.sequence([0x06, 0x02, 0x2a, 0x03])
  var issuer: [UInt8] = DER.sequence()
  var notBefore: [UInt8] = time
  /// Of an algorithm nobody knows.
  var publicKey: [UInt8] = DER.sequence(
    DER.sequence([0x06, 0x02, 0x2a, 0x03]), [0x03, 0x02, 0x00, 0x00])
  var `extension`: [UInt8]?
  var signature: [UInt8] = [0x03, 0x02, 0x00, 0x78]

  private static let time = DER.element(0x17, Array("250101000000Z".utf8))

  private var der: [UInt8] {
    let extensions = `extension`.map { DER.element(0xa3, DER.sequence($0)) } ?? []
    let content = DER.sequence(
      [0xa0, 0x03, 0x02, 0x01, 0x02], serial, algorithm, issuer,
      DER.sequence(notBefore, Self.time), DER.sequence(), publicKey, extensions)
    return DER.sequence(content, algorithm, signature)
  }

  /// The text between two marks, or up to the end of it.
  func text(after start: String, before end: String?) throws -> String {
    try section(of: Certificate(der: der).text, after: start, before: end)
  }
}

/// A request with next to nothing in it, but for the piece under test.
struct BareRequest {
  var version: [UInt8] = [0x02, 0x01, 0x00]
  var attributes: [UInt8] = []

  private var der: [UInt8] {
    let bare = BareCertificate()
    let content = DER.sequence(
      version, DER.sequence(), bare.publicKey, DER.element(0xa0, attributes))
    return DER.sequence(content, bare.algorithm, bare.signature)
  }

  /// The text between two marks.
  func text(after start: String, before end: String) throws -> String {
    try section(of: CertificateRequest(der: der).text, after: start, before: end)
  }
}

private func section(of bytes: [UInt8], after start: String, before end: String?) throws -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  let rest = text[try #require(text.firstRange(of: start)).upperBound...]
  guard let end else { return String(rest) }
  return String(rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)])
}
