extension Rule {
  static let attributes = [
    Rule(
      "none",
      der: "",
      text: "            a0:00\n"),
    Rule(
      "a password",
      der: "301706092a864886f70d010907310a0c086368616e67656d65",
      text: "            challengePassword        :changeme\n"),
    Rule(
      "each printable type",
      der: "301606092a864886f70d0109073109130161160162140163",
      text: #"""
                    challengePassword        :a
                                 :b
                                 :c

        """#),
    Rule(
      "other types",
      der: "301606092a864886f70d01090231091e0200610201053000",
      text: #"""
                    unstructuredName         :unable to print attribute
                                 :unable to print attribute
                                 :unable to print attribute

        """#),
    Rule(
      "several values of a long name",
      der: "301b060e2a030405060708090a0b0c0d0e0f3109160161160162160163",
      text: #"""
                    1.2.3.4.5.6.7.8.9.10.11.12.13.14.15:a
                                           :b
                                 :c

        """#),
    Rule(
      "extensions",
      der: "301c06092a864886f70d01090e310f300d300b0603551d0e040404020102",
      text: #"""
                Requested Extensions:
                    X509v3 Subject Key Identifier: 
                        01:02

        """#),
    Rule(
      "Microsoft's extensions",
      der: "301d060a2b06010401823702010e310f300d300b0603551d0e040404020102",
      text: #"""
                Requested Extensions:
                    X509v3 Subject Key Identifier: 
                        01:02

        """#),
    Rule(
      "the standard ones go first",
      der: "301d060a2b06010401823702010e310f300d300b0603551d0e040404020102301a06092a8648"
        + "86f70d01090e310d300b30090603551d1304023000",
      text: #"""
                Requested Extensions:
                    X509v3 Basic Constraints: 
                        CA:FALSE

        """#),
    Rule(
      "an empty list of extensions",
      der: "300f06092a864886f70d01090e31023000",
      text: "        Requested Extensions:\n"),
    Rule(
      "extensions that are none",
      der: "301006092a864886f70d01090e3103020105",
      text: ""),
  ]
}

extension Rule {
  static let versions = [
    Rule(
      "the only one there is",
      der: "020100",
      text: "0 (0x0)"),
    Rule(
      "another",
      der: "0202012c",
      text: "300 (0x12c)"),
    Rule(
      "below zero",
      der: "0201fb",
      text: "-5 (-0x5)"),
  ]
}
