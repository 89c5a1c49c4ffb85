extension Rule {
  static let publicKeys = [
    Rule(
      "small numbers",
      der: "301b300d06092a864886f70d0101010500030a00300702020ca1020111",
      text: #"""
        rsaEncryption
                        Public-Key: (12 bit)
                        Modulus: 3233 (0xca1)
                        Exponent: 17 (0x11)

        """#),
    Rule(
      "large numbers",
      der: "302a300d06092a864886f70d0101010500031900301602110080000000000000000000000000"
        + "000001020103",
      text: #"""
        rsaEncryption
                        Public-Key: (128 bit)
                        Modulus:
                            00:80:00:00:00:00:00:00:00:00:00:00:00:00:00:
                            00:01
                        Exponent: 3 (0x3)

        """#),
    Rule(
      "the other RSA",
      der: "301b3006060455080101031100300e0209400000000000000000020103",
      text: #"""
        rsa
                        Public-Key: (71 bit)
                        Modulus:
                            40:00:00:00:00:00:00:00:00
                        Exponent: 3 (0x3)

        """#),
    Rule(
      "DSA without its domain",
      der: "3019300906072a8648ce380401030c000209c00000000000000000",
      text: #"""
        dsaEncryption
                        pub:  (Negative)
                            40:00:00:00:00:00:00:00:00

        """#),
    Rule(
      "Diffie-Hellman",
      der: "3027301f06092a864886f70d01030130120209400000000000000001020102020200a0030400"
        + "020105",
      text: #"""
        dhKeyAgreement
                        DH Public-Key: (71 bit)
                            public-key: 5 (0x5)
                            prime:
                                40:00:00:00:00:00:00:00:01
                            generator: 2 (0x2)
                            recommended-private-length: 160 bits

        """#),
    Rule(
      "an unknown algorithm",
      der: "302a300506032b65700321000000000000000000000000000000000000000000000000000000"
        + "000000000000",
      text: #"""
        1.3.101.112
                    Unable to load Public Key

        """#),
    Rule(
      "a broken key",
      der: "3014300d06092a864886f70d01010105000303003005",
      text: #"""
        rsaEncryption
                    Unable to load Public Key

        """#),
  ]
}

extension Rule {
  static let signatures = [
    Rule(
      "RSASSA-PSS",
      der: "304106092a864886f70d01010a3034a00f300d06096086480165030402010500a11c301a0609"
        + "2a864886f70d010108300d06096086480165030402010500a203020120",
      text: #"""
            Signature Algorithm: rsassaPss
                 Hash Algorithm: sha256
                 Mask Algorithm: mgf1 with sha256
                 Salt Length: 0x20
                 Trailer Field: 0xBC (default)

                 30:0e:02:01:05:02:09:40:00:00:00:00:00:00:00:00

        """#),
    Rule(
      "RSASSA-PSS, all defaults",
      der: "300d06092a864886f70d01010a3000",
      text: #"""
            Signature Algorithm: rsassaPss
                 Hash Algorithm: sha1 (default)
                 Mask Algorithm: mgf1 with sha1 (default)
                 Salt Length: 0x14 (default)
                 Trailer Field: 0xBC (default)

                 30:0e:02:01:05:02:09:40:00:00:00:00:00:00:00:00

        """#),
    Rule(
      "RSASSA-PSS, broken",
      der: "300d06092a864886f70d01010a0500",
      text: #"""
            Signature Algorithm: rsassaPss (INVALID PSS PARAMETERS)

                 30:0e:02:01:05:02:09:40:00:00:00:00:00:00:00:00

        """#),
    Rule(
      "DSA",
      der: "300906072a8648ce380403",
      text: #"""
            Signature Algorithm: dsaWithSHA1
                 r:    5 (0x5)
                 s:   
                     40:00:00:00:00:00:00:00:00

        """#),
  ]
}
