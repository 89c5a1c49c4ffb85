import Testing

/// What OpenSSL 1.0.2 prints of a piece of DER; the expected texts are its own.
struct Rule: CustomTestStringConvertible {
  let name: String
  let der: String
  let text: String

  var testDescription: String { name }

  init(_ name: String, der: String, text: String) {
    (self.name, self.der, self.text) = (name, der, text)
  }

  var bytes: [UInt8] {
    var rest = der[...]
    var bytes: [UInt8] = []
    while !rest.isEmpty {
      bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
      rest = rest.dropFirst(2)
    }
    return bytes
  }
}

extension Rule {
  static let serials = [
    Rule(
      "zero",
      der: "020100",
      text: " 0 (0x0)\n"),
    Rule(
      "one octet",
      der: "02017f",
      text: " 127 (0x7f)\n"),
    Rule(
      "largest of 63 bits",
      der: "02087fffffffffffffff",
      text: " 9223372036854775807 (0x7fffffffffffffff)\n"),
    Rule(
      "64 bits",
      der: "0209008000000000000000",
      text: #"""

                    80:00:00:00:00:00:00:00

        """#),
    Rule(
      "more than 64 bits",
      der: "020a01000000000000000005",
      text: #"""

                    01:00:00:00:00:00:00:00:00:05

        """#),
    Rule(
      "below zero",
      der: "0202ff7f",
      text: " -129 (-0x81)\n"),
    Rule(
      "below zero, 64 bits",
      der: "02088000000000000000",
      text: #"""

                     (Negative)80:00:00:00:00:00:00:00

        """#),
    Rule(
      "below zero, more than 64 bits",
      der: "0209feffffffffffffffff",
      text: #"""

                     (Negative)01:00:00:00:00:00:00:00:01

        """#),
  ]
}

extension Rule {
  static let times = [
    Rule(
      "two digits, 1950",
      der: "170d3530303130313030303030305a",
      text: "Jan  1 00:00:00 1950 GMT"),
    Rule(
      "two digits, 2049",
      der: "170d3439313233313233353935395a",
      text: "Dec 31 23:59:59 2049 GMT"),
    Rule(
      "no seconds",
      der: "170b323530313031303030305a",
      text: "Jan  1 00:00:00 2025 GMT"),
    Rule(
      "another zone",
      der: "17113235303130393030303030302b30313030",
      text: "Jan  9 00:00:00 2025"),
    Rule(
      "four digits",
      der: "180f39393939313233313233353935395a",
      text: "Dec 31 23:59:59 9999 GMT"),
    Rule(
      "a fraction",
      der: "181432303235303130313030303030302e313235305a",
      text: "Jan  1 00:00:00.1250 2025 GMT"),
    Rule(
      "a point alone",
      der: "181032303235303130313030303030302e5a",
      text: "Jan  1 00:00:00. 2025 GMT"),
    Rule(
      "a fraction of a two-digit time",
      der: "170f3235303130313030303030302e355a",
      text: "Jan  1 00:00:00 2025 GMT"),
    Rule(
      "nonsense that fits",
      der: "170d3235303139393939393939395a",
      text: "Jan 99 99:99:99 2025 GMT"),
    Rule(
      "too short",
      der: "1706323530313031",
      text: "Bad time value"),
    Rule(
      "month 13",
      der: "170d3235313330313030303030305a",
      text: "Bad time value"),
    Rule(
      "letters",
      der: "180f323032356f3130313030303030305a",
      text: "Bad time value"),
  ]
}

extension Rule {
  static let names = [
    Rule(
      "empty",
      der: "3000",
      text: ""),
    Rule(
      "long attribute names keep their slash",
      der: "303f310a300806035504030c01613112301006092a864886f70d01090116037840793111300f"
        + "060a0992268993f22c6401010c0175310a3008060355040a0c016f",
      text: "CN=a/emailAddress=x@y/UID=u, O=o"),
    Rule(
      "values that look like separators",
      der: "30223120301e06035504030c17612f622f434e3d632f4f553d642f5549443d652f633d66",
      text: "CN=a/b, CN=c, OU=d/UID=e/c=f"),
    Rule(
      "several values at once",
      der: "30233114300806035504030c01613008060355040b0c0162310b300906035504060c025553",
      text: "CN=a, OU=b, C=US"),
    Rule(
      "escapes",
      der: "30133111300f06035504030c0872c3b664000a7f5c",
      text: "CN=r\\xC3\\xB6d\\x00\\x0A\\x7F\\"),
    Rule(
      "16 bits a character",
      der: "300f310d300b06035504031e0400610062",
      text: "CN=\\x00a\\x00b"),
    Rule(
      "an unknown attribute",
      der: "300c310a300806032a03040c0178",
      text: "1.2.3.4=x"),
    Rule(
      "an attribute 1.0.2 does not know",
      der: "300c310a300806035504610c0178",
      text: "2.5.4.97=x"),
    Rule(
      "spaces at the edges",
      der: "300e310c300a06035504030c03207820",
      text: "CN= x "),
  ]
}
