extension Rule {
  static let alternativeNames = [
    Rule(
      "host, mail, address of a page",
      der: "30210603551d11041a30188207636d732e6c616281036140628608687474703a2f2f78",
      text: #"""
                    X509v3 Subject Alternative Name: 
                        DNS:cms.lab, email:a@b, URI:http://x

        """#),
    Rule(
      "cut at a NUL",
      der: "30140603551d11040d300b8209676f6f64006576696c",
      text: #"""
                    X509v3 Subject Alternative Name: 
                        DNS:good

        """#),
    Rule(
      "addresses",
      der: "30210603551d11041a301887040a000001871000000000000000000000000000000001",
      text: #"""
                    X509v3 Subject Alternative Name: 
                        IP Address:10.0.0.1, IP Address:0:0:0:0:0:0:0:1

        """#),
    Rule(
      "an address of another size",
      der: "30100603551d110409300787053132333435",
      text: #"""
                    X509v3 Subject Alternative Name: 
                        IP Address:<invalid>

        """#),
    Rule(
      "a directory name",
      der: "30270603551d110420301ea41c301a310c300a06035504030c03612f62310a3008060355040a"
        + "0c014f",
      text: #"""
                    X509v3 Subject Alternative Name: 
                        DirName:/CN=a/b/O=O

        """#),
    Rule(
      "a directory name beyond 256 bytes loses its end",
      der: "3082012b0603551d11048201223082011ea482011a30820116310a3008060355040a0c014f31"
        + "8201063082010206035504030c81fa7878787878787878787878787878787878787878787878"
        + "7878787878787878787878787878787878787878787878787878787878787878787878787878"
        + "7878787878787878787878787878787878787878787878787878787878787878787878787878"
        + "7878787878787878787878787878787878787878787878787878787878787878787878787878"
        + "7878787878787878787878787878787878787878787878787878787878787878787878787878"
        + "7878787878787878787878787878787878787878787878787878787878787878787878787878"
        + "78787878787878787878787878787878787878787878787878787878787878787878787878",
      text: #"""
                    X509v3 Subject Alternative Name: 
                        DirName:/O=O

        """#),
    Rule(
      "other names and X.400",
      der: "30180603551d110411300fa00906022a03a0030c0178a3023000",
      text: #"""
                    X509v3 Subject Alternative Name: 
                        othername:<unsupported>, X400Name:<unsupported>

        """#),
    Rule(
      "an EDI party voids all",
      der: "30130603551d11040c300a820178a505a1030c0170",
      text: #"""
                    X509v3 Subject Alternative Name: 
                        0
        ..x......p

        """#),
    Rule(
      "registered objects",
      der: "30140603551d11040d300b88032a03048804551d2500",
      text: #"""
                    X509v3 Subject Alternative Name: 
                        Registered ID:1.2.3.4, Registered ID:Any Ext\#
        ended Key Usage

        """#),
    Rule(
      "none",
      der: "30090603551d1104023000",
      text: #"""
                    X509v3 Subject Alternative Name: 
                        <EMPTY>


        """#),
    Rule(
      "trailing bytes are ignored",
      der: "300d0603551d110406300382017800",
      text: #"""
                    X509v3 Subject Alternative Name: 
                        DNS:x

        """#),
    Rule(
      "a broken one",
      der: "300b0603551d11040430038201",
      text: #"""
                    X509v3 Subject Alternative Name: 
                        0...

        """#),
  ]
}

extension Rule {
  static let extensions = [
    Rule(
      "an unknown object",
      der: "300f06033109090408016162630d0a7fff",
      text: #"""
                    1.9.9.9: 
                        .abc\#r
        ..

        """#),
    Rule(
      "an object 1.0.2 does not know",
      der: "301106082b0601050507011804053003020105",
      text: #"""
                    1.3.6.1.5.5.7.1.24: 
                        0....

        """#),
    Rule(
      "its own spelling",
      der: "30190603551d2504123010060a2b06010401823714020206022a03",
      text: #"""
                    X509v3 Extended Key Usage: 
                        Microsoft Smartcardlogin, 1.2.3

        """#),
    Rule(
      "critical",
      der: "30120603551d130101ff040830060101ff020103",
      text: #"""
                    X509v3 Basic Constraints: critical
                        CA:TRUE, pathlen:3

        """#),
    Rule(
      "key usage without a bit",
      der: "300a0603551d0f0403030100",
      text: #"""
                    X509v3 Key Usage: 
                        ...

        """#),
    Rule(
      "authority key identifier",
      der: "30340603551d23042d302b80020102a122a420301e310c300a06035504030c03227122310e30"
        + "0c060355040a0c0520612c6220820107",
      text: #"""
                    X509v3 Authority Key Identifier: 
                        keyid:01:02
                        DirName:/CN="q"/O= a,b 
                        serial:07


        """#),
    Rule(
      "distribution points",
      der: "306a0603551d1f046330613040a03aa038a420301e310c300a06035504030c03227122310e30"
        + "0c060355040a0c0520612c622088022a03871000000000000000000000000000000000810204"
        + "50301da016a114300806035504030c01613008060355040b0c0162a203820178",
      text: #"""
                    X509v3 CRL Distribution Points: 

                        Full Name:
                          DirName: CN = \"q\", O = " a,b "
                          Registered ID1.2.3
                          IP Address:0:0:0:0:0:0:0:0

                        Reasons:
                          Key Compromise, Affiliation Changed

                        Relative Name:
                          CN = a + OU = b
                        CRL Issuer:
                          DNS:x


        """#),
    Rule(
      "name constraints",
      der: "30210603551d1e041a3018a00c300a87080a000000ff000000a108300682046576696c",
      text: #"""
                    X509v3 Name Constraints: 
                        Permitted:
                          IP:10.0.0.0/255.0.0.0
                        Excluded:
                          DNS:evil


        """#),
    Rule(
      "policies",
      der: "30510603551d20044a304830460604551d2000303e301406082b060105050702011608687474"
        + "703a2f2f78301e06082b060105050702023012300d0c034f726730060201010201020c017430"
        + "0606022a030500",
      text: #"""
                    X509v3 Certificate Policies: 
                        Policy: X509v3 Any Policy
                          CPS: http://x
                          User Notice:
                            Organization: Org
                            Numbers: 1, 2
                            Explicit Text: t
                            Unknown Qualifier: 1.2.3


        """#),
    Rule(
      "policy constraints",
      der: "300f0603551d2404083006800100810101",
      text: #"""
                    X509v3 Policy Constraints: 
                        Require Explicit Policy:0, Inhibit Policy Mapping:1

        """#),
    Rule(
      "information access",
      der: "302406082b0601050507010104183016301406082b060105050730018608687474703a2f2f78",
      text: #"""
                    Authority Information Access: 
                        OCSP - URI:http://x


        """#),
    Rule(
      "no check",
      der: "300f06092b060105050730010504020500",
      text: #"""
                    OCSP No Check: 


        """#),
    Rule(
      "a signed timestamp",
      der: "3046060a2b06010401d679020402043804360034003200000102030405060708090a0b0c0d0e"
        + "0f101112131415161718191a1b1c1d1e1f00000174876e807b000004030003616263",
      text: #"""
                    CT Precertificate SCTs: 
                        Signed Certificate Timestamp:
                            Version   : v1(0)
                            Log ID    : 00:01:02:03:04:05:06:07:08:0\#
        9:0A:0B:0C:0D:0E:0F:
                                        10:11:12:13:14:15:16:17:18:1\#
        9:1A:1B:1C:1D:1E:1F
                            Timestamp : Sep 13 12:26:40.123 2020 GMT
                            Extensions: none
                            Signature : ecdsa-with-SHA256
                                        61:62:63

        """#),
  ]
}
