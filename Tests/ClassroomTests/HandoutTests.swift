import Classroom
import Gateway
import TestSupport
import Testing

@Suite("The handout of a class")
struct HandoutTests {
  private func host(_ name: String, _ port: UInt16) -> Handout.Host {
    Handout.Host(
      name: name, port: port, user: "admin", fingerprint: "SHA256:\(name)",
      publicKey: "ssh-ed25519 \(name)")
  }

  private func handout(
    _ trainee: Roster.Trainee? = nil, password: String = "bak-nor-tiv-dum"
  ) -> Handout {
    Handout(
      address: "lab.example",
      cards: [
        Handout.Card(
          pod: 1, trainee: trainee, password: password,
          hosts: [host("cms1a", 2201), host("pc1", 22)])
      ])
  }

  private func trainee(_ name: String) -> Roster.Trainee {
    var trainee = Roster.Trainee(pod: 1, id: "a1")
    trainee.lastName = name
    return trainee
  }

  @Test("text: a card with ready lines, PC1 first")
  func text() {
    #expect(
      handout(trainee("Öz")).text == """
        Pod 1: Öz
        Id: a1
        Password: bak-nor-tiv-dum

        pc1  SHA256:pc1
          ssh -p 22 admin@lab.example
          psftp -P 22 admin@lab.example
          sftp -P 22 admin@lab.example

        cms1a  SHA256:cms1a
          ssh -p 2201 admin@lab.example
          psftp -P 2201 admin@lab.example
          sftp -P 2201 admin@lab.example


        """)
    var two = handout()
    two.cards += two.cards
    #expect(two.text.contains("\n------------") && two.text.hasPrefix("Pod 1\nPassword: bak"))
  }

  @Test("known hosts: a line for each, and one more for a key of all")
  func knownHosts() {
    var handout = handout()
    #expect(
      handout.knownHosts == "lab.example ssh-ed25519 pc1\n[lab.example]:2201 ssh-ed25519 cms1a\n")
    handout.sharedKey = "ssh-rsa all"
    #expect(handout.knownHosts.hasSuffix("1a\n[lab.example]:2201 ssh-rsa all\n"))
    #expect(handout.knownHosts.contains("lab.example ssh-rsa all\n["))
  }

  @Test("csv: a row a pod for mail merge")
  func csv() {
    let lines = handout(trainee("Lee, \"Jr.\"")).csv.split(separator: "\n")
    #expect(
      lines[0] == """
        pod,id,last_name,first_name,email,user,password,address,pc1_port,pc1_ssh,pc1_psftp,pc1_sftp,\
        pc1_fingerprint,cms1a_port,cms1a_ssh,cms1a_psftp,cms1a_sftp,cms1a_fingerprint
        """)
    #expect(
      lines[1] == """
        1,a1,"Lee, ""Jr.""\",,,admin,bak-nor-tiv-dum,lab.example,22,ssh -p 22 admin@lab.example,\
        psftp -P 22 admin@lab.example,sftp -P 22 admin@lab.example,SHA256:pc1,2201,\
        ssh -p 2201 admin@lab.example,psftp -P 2201 admin@lab.example,\
        sftp -P 2201 admin@lab.example,SHA256:cms1a
        """)
    #expect(lines.count == 2)
  }

  @Test(
    "csv: what a spreadsheet would calculate is text",
    arguments: [
      ("=1+2", "'=1+2"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("=\"a\"", "\"'=\"\"a\"\"\""),
      ("=\u{301}x", "'=\u{301}x"), ("a=1", "a=1"), ("x,\u{301}y", "\"x,\u{301}y\""),
      (" a", "\" a\""), ("a\r\nb", "a\\x0D\\x0Ab"), ("\t=1", "\\x09=1"),
    ])
  func formulas(name: String, field: String) {
    #expect(handout(trainee(name)).csv.contains("\n1,a1,\(field),,,admin,"))
  }

  @Test("html: names are text, and cards are printed whole")
  func html() {
    let html = handout(trainee("<b>\"&'\u{202E}<\u{301}script>"), password: "<&>").html
    #expect(
      html.contains(
        "<h1>Pod 1: <bdi>&lt;b&gt;&quot;&amp;&#39;\\xE2\\x80\\xAE&lt;\u{301}script&gt;</bdi></h1>"))
    #expect(html.contains("Password: <code>&lt;&amp;&gt;</code>"))
    #expect(html.contains("break-inside: avoid") && html.contains("<meta charset=\"utf-8\">"))
    #expect(html.contains("<code>psftp -P 2201 admin@lab.example</code>"))
    #expect(!handout().html.contains("http"))
  }

  @Test(
    "no name commands a terminal",
    arguments: ["\u{1B}[2J", "a\nb", "a\r\nb", "\u{9B}x", "\u{202E}"])
  func terminal(name: String) {
    let handout = handout(trainee(name), password: name)
    let plain = self.handout(trainee("x"), password: "x")
    for (text, other) in [
      (handout.text, plain.text), (handout.csv, plain.csv), (handout.html, plain.html),
    ] {
      #expect(
        text.unicodeScalars.allSatisfy {
          $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
        })
      #expect(text.utf8.count { $0 == 0x0A } == other.utf8.count { $0 == 0x0A })
    }
  }

  @Test("what is served becomes a card's host")
  func served() throws {
    let served = try TestClassroom().served()
    let host = Handout.Host(served[0])
    #expect(host.name == "cms1a" && host.port == 2201 && host.user == "admin")
    #expect(host.fingerprint == served[0].hostKey.fingerprint)
    #expect(host.publicKey.hasPrefix("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI"))
  }
}
