private import COpenSSL

/// A certificate whose serial number has needless leading bytes. OpenSSL 1.0.2 takes it, 3.0 does
/// not: it is shown a number of the same length, which then becomes what 1.0.2 reads.
struct PaddedSerial {
  /// The certificate as it is.
  let certificate: [UInt8]
  /// What is signed of it, as it is.
  let signed: [UInt8]
  /// The number's bytes.
  private let number: [UInt8]
  /// Where they begin in the certificate.
  private let position: Int

  /// Looks at the certificate that `der` starts with; nil if its number is as it should be.
  init?(_ der: [UInt8]) {
    let found = der.withUnsafeBufferPointer { bytes -> ([UInt8], [UInt8], [UInt8], Int)? in
      var file = DERReader(bytes)
      guard let whole = file.readWhole(DERReader.Tag.sequence) else { return nil }
      var outer = DERReader(whole)
      guard var certificate = outer.enter(DERReader.Tag.sequence),
        let signed = certificate.readWhole(DERReader.Tag.sequence)
      else { return nil }
      var inner = DERReader(signed)
      guard var fields = inner.enter(DERReader.Tag.sequence) else { return nil }
      _ = fields.read(Self.version)
      guard let number = fields.read(DERReader.Tag.integer), Self.isPadded(number),
        let start = bytes.baseAddress, let place = number.baseAddress
      else { return nil }
      return (Array(whole), Array(signed), Array(number), place - start)
    }
    guard let found else { return nil }
    (certificate, signed, number, position) = found
  }

  private static let version: UInt8 = 0xA0

  private static func isPadded(_ number: Bytes) -> Bool {
    guard number.count > 1 else { return false }
    return number[0] == 0x00 && number[1] < 0x80 || number[0] == 0xFF && number[1] >= 0x80
  }

  private var isNegative: Bool { number[0] == 0xFF }

  /// `der`, which starts with the certificate, with a number that 3.0 takes.
  func readable(_ der: [UInt8]) -> [UInt8] {
    var der = der
    der[position] = isNegative ? 0x80 : 0x01
    return der
  }

  /// Gives the number back to the certificate that was read: 1.0.2 drops one leading byte.
  ///
  /// - Parameter pointer: `X509 *`
  func restore(to pointer: OpaquePointer) {
    guard let serial = X509_get_serialNumber(pointer) else { return }
    var magnitude = Array(number.dropFirst())
    if isNegative {
      var carry = true
      for index in magnitude.indices.reversed() {
        magnitude[index] = ~magnitude[index] &+ (carry ? 1 : 0)
        carry = carry && magnitude[index] == 0
      }
    }
    ASN1_STRING_set(serial, magnitude, Int32(clamping: magnitude.count))
  }

  /// Whether the private half of a key signed what is signed.
  ///
  /// - Parameters:
  ///   - pointer: `X509 *`, the certificate that was read.
  ///   - key: `EVP_PKEY *`
  func isSigned(in pointer: OpaquePointer, by key: OpaquePointer?) -> Bool {
    var signature: UnsafePointer<ASN1_BIT_STRING>?
    var algorithm: UnsafePointer<X509_ALGOR>?
    X509_get0_signature(&signature, &algorithm, pointer)
    guard X509_ALGOR_cmp(algorithm, X509_get0_tbs_sigalg(pointer)) == 0 else { return false }
    return signed.withUnsafeBufferPointer { bytes in
      decoding(bytes, as: ASN1_ANY_it()) {
        ASN1_item_verify(ASN1_ANY_it(), algorithm, signature, $0, key) == 1
      }
    }
  }
}
