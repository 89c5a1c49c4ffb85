/// A curve a key spells out number by number instead of naming it.
///
/// It is read from the key itself: where OpenSSL 3.0 recognises a curve it knows, it replaces the
/// seed, the cofactor and the form of the generator by its own.
struct ExplicitCurve {
  fileprivate let field: Field
  fileprivate let a, b, generator, order, cofactor: Bytes
  fileprivate let seed: Bytes?

  /// - Parameter parameters: `ECParameters` in DER
  init?(_ parameters: Bytes) {
    typealias Tag = DERReader.Tag
    var reader = DERReader(parameters)
    // A version stands first, of which nothing is made.
    guard var numbers = reader.enter(Tag.sequence), numbers.read(Tag.integer) != nil,
      let field = numbers.enter(Tag.sequence).flatMap({ Field($0) }),
      var curve = numbers.enter(Tag.sequence),
      let a = curve.read(Tag.octetString), let b = curve.read(Tag.octetString),
      let generator = numbers.read(Tag.octetString), let order = numbers.read(Tag.integer),
      // 1.0.2 prints nothing at all of a curve without this optional number.
      let cofactor = numbers.read(Tag.integer), cofactor.contains(where: { $0 != 0 })
    else { return nil }
    self.field = field
    (self.a, self.b, self.generator) = (a, b, generator)
    (self.order, self.cofactor) = (order, cofactor)
    // The first octet of a bit string counts its unused bits.
    seed = curve.read(Tag.bitString).map { Bytes(rebasing: $0.dropFirst()) }
  }

  /// Which form the generator is in.
  fileprivate var generatorLabel: StaticString {
    switch generator.first.map({ $0 & ~1 }) {
    case 2: "Generator (compressed):"
    case 4: "Generator (uncompressed):"
    default: "Generator (hybrid):"
    }
  }
}

/// The finite field below a curve.
private enum Field {
  case prime(Bytes)
  case binary(basis: StaticString, polynomial: [UInt8])

  init?(_ field: DERReader) {
    var reader = field
    switch reader.read(DERReader.Tag.object).map({ Array($0) }) {
    case [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x01, 0x01]:
      guard let prime = reader.read(DERReader.Tag.integer) else { return nil }
      self = .prime(prime)
    case [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x01, 0x02]:
      guard var binary = reader.enter(DERReader.Tag.sequence) else { return nil }
      self.init(binary: &binary)
    default:
      return nil
    }
  }

  private init?(binary reader: inout DERReader) {
    guard let degree = reader.readSmallInteger(),
      let basis = reader.read(DERReader.Tag.object)?.last
    else { return nil }
    let isTrinomial = basis == 2
    var inner = isTrinomial ? reader : reader.enter(DERReader.Tag.sequence)
    let middle = (0..<(isTrinomial ? 1 : 3)).compactMap { _ in inner?.readSmallInteger() }
    self = .binary(
      basis: isTrinomial ? "tpBasis" : "ppBasis",
      polynomial: Self.polynomial(degree: degree, [degree, 0] + middle))
  }

  /// The polynomial as the number that has a bit for each exponent.
  private static func polynomial(degree: Int, _ exponents: [Int]) -> [UInt8] {
    var octets = [UInt8](repeating: 0, count: degree / 8 + 1)
    for exponent in exponents where exponent <= degree {
      octets[octets.count - 1 - exponent / 8] |= 1 << UInt8(exponent % 8)
    }
    return octets
  }
}

extension DERReader {
  /// A number up to 65,535, far more than the degree of any field in use.
  fileprivate mutating func readSmallInteger() -> Int? {
    guard let octets = read(Tag.integer), octets.bitCount <= 16 else { return nil }
    return octets.suffix(2).reduce(0) { $0 << 8 | Int($1) }
  }
}

extension TextBuffer {
  mutating func write(explicitCurve curve: ExplicitCurve, indent margin: Int) {
    write(field: curve.field, indent: margin)
    write(number: "A:   ", curve.a, indent: margin)
    write(number: "B:   ", curve.b, indent: margin)
    write(number: curve.generatorLabel, curve.generator, indent: margin)
    write(number: "Order: ", curve.order, indent: margin)
    write(number: "Cofactor: ", curve.cofactor, indent: margin)
    guard let seed = curve.seed else { return }
    indent(margin)
    write("Seed:")
    write(octets: seed, columns: 15, indent: margin + 4)
    write("\n")
  }

  private mutating func write(field: Field, indent margin: Int) {
    indent(margin)
    switch field {
    case .prime(let prime):
      write("Field Type: prime-field\n")
      write(number: "Prime:", prime, indent: margin)
    case .binary(let basis, let polynomial):
      write("Field Type: characteristic-two-field\n")
      indent(margin)
      write("Basis Type: ")
      write(basis)
      write("\n")
      polynomial.withUnsafeBufferPointer { write(number: "Polynomial:", $0, indent: margin) }
    }
  }
}
