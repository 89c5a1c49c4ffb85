import Console
import Lab
import Testing

@testable import Workstation

@Suite("Secrets in a line of the command window")
struct SecretWordsTests {
  private let words = SecretWords(Program.lab)

  @Test(
    "what stands behind a secret option is masked",
    arguments: [
      ("certreq -submit -p c1sco123 a b", "certreq -submit -p *** a b", ["c1sco123"]),
      ("certreq -submit /p c1sco123 a b", "certreq -submit /p *** a b", ["c1sco123"]),
      ("CERTREQ.EXE -P c1sco123", "CERTREQ.EXE -P ***", ["c1sco123"]),
      ("plink -pw c1sco123 host ls", "plink -pw *** host ls", ["c1sco123"]),
      ("PuTTY -PW c1sco123 host", "PuTTY -PW *** host", ["c1sco123"]),
      ("psftp  -pw\t c1sco123  host", "psftp  -pw\t ***  host", ["c1sco123"]),
      (#"psftp -pw "c1 sco" host"#, #"psftp -pw *** host"#, ["c1 sco"]),
      (#"psftp -pw c1" "sco host"#, #"psftp -pw ***"#, ["c1 sco", "host"]),
      (#"psftp "-pw" c1sco host"#, #"psftp "-pw" *** host"#, ["c1sco"]),
      ("psftp -p^w c1^sco host", "psftp -p^w ***", ["c1sco", "host"]),
      ("psftp -pw a^&b host", "psftp -pw ***", ["a&b", "host"]),
      ("psftp -pw P@ss(w0)rd host", "psftp -pw *** host", ["P@ss(w0)rd"]),
      (#"psftp -pw "my\" secret" host"#, "psftp -pw ***", [#"my\"#, "secret host"]),
      ("psftp -pwc1sco host", "psftp -pw*** host", ["c1sco"]),
      ("%p% -pw c1sco host", "%p% -pw *** host", ["c1sco"]),
      ("echo c1sco| psftp host", "echo ***| psftp host", ["c1sco"]),
      ("echo c1sco| putty host", "echo ***| putty host", ["c1sco"]),
      ("ssh -pw a", "ssh -pw ***", ["a"]),
      ("ps^ftp -pw c1sco", "ps^ftp -pw ***", ["c1sco"]),
      (#""psftp.exe" -pw c1sco"#, #""psftp.exe" -pw ***"#, ["c1sco"]),
      (#"C:\PuTTY\psftp.exe -pw c1sco"#, #"C:\PuTTY\psftp.exe -pw ***"#, ["c1sco"]),
      ("@psftp -pw c1sco", "@psftp -pw ***", ["c1sco"]),
      ("(psftp -pw c1sco)", "(psftp -pw ***", ["c1sco)"]),
      ("psftp -pw c1sco>log.txt", "psftp -pw ***>log.txt", ["c1sco"]),
      ("psftp -pw -pw host", "psftp -pw *** host", ["-pw"]),
      ("wget --password=c1sco http://h/", "wget --password=*** http://h/", ["c1sco"]),
      ("wget --http-password c1sco http://h/", "wget --http-password *** http://h/", ["c1sco"]),
      ("WGET --http-passw=c1sco http://h/", "WGET --http-passw=*** http://h/", ["c1sco"]),
      ("wget --passw c1sco http://h/", "wget --passw *** http://h/", ["c1sco"]),
      ("wget http://cert:c1sco@10.0.224.140/a", "wget http://cert:***@10.0.224.140/a", ["c1sco"]),
      (#"wget "http://u:p@ss@h/a?b@c""#, #"wget "http://u:***@h/a?b@c""#, ["p@ss"]),
      ("wget http://u:pa/ss@h/", "wget http://u:***@h/", ["pa/ss"]),
      ("certreq -submit -Password c1sco a", "certreq -submit -Password *** a", ["c1sco"]),
      ("psftp host -l admin -p c1sco", "psftp host -l admin -p ***", ["c1sco"]),
      ("psftp host -P c1sco", "psftp host -P ***", ["c1sco"]),
      ("plink -passwd c1sco host ls", "plink -passwd *** host ls", ["c1sco"]),
      ("ssh --password 12345 host", "ssh --password *** host", ["12345"]),
      ("echo get a | psftp host -p c1sco", "echo get a | psftp host -p ***", ["c1sco"]),
      ("echo c1sco| psftp host -p 22", "echo ***| psftp host -p 22", ["c1sco"]),
      ("certreq /password c1sco a", "certreq /password *** a", ["c1sco"]),
    ])
  func masked(line: String, text: String, secrets: [String]) {
    #expect(words.told(of: line) == TypedLine(text, secrets: secrets))
  }

  @Test("several commands in a line")
  func several() {
    #expect(
      words.told(of: "cd x&psftp -pw one a|plink -pw two b&&certreq -p three")
        == TypedLine(
          "cd x&psftp -pw *** a|plink -pw *** b&&certreq -p ***",
          secrets: ["one", "two", "three"]))
  }

  @Test(
    "an option without a value has no secret",
    arguments: [
      "wget http://h:80/a@b", "wget http://u@h/", "wget http://h/", "wget http://:@h/",
      "psftp -pw", "psftp -pw ", "certreq -submit a -p", #"plink host "-pw""#,
    ])
  func missing(line: String) {
    #expect(words.told(of: line) == TypedLine(line))
  }

  @Test(
    "other lines are told as typed",
    arguments: [
      "", " ", "dir /p c1sco123", "mkdir -p a", "ssh -p 22 host",
      "psftp -p 22 host", "psftp -pageant host", "psftp host -p", "plink -proxycmd x host",
      "echo é ^", "\"",
    ])
  func plain(line: String) {
    #expect(words.told(of: line) == TypedLine(line))
  }

  @Test("PC1's window tells its lines so")
  func window() throws {
    let window = CommandWindow(at: try World(now: { WorldTests.now }).workstation.seat())
    #expect(window.told(of: "plink -pw a b").text == "plink -pw *** b")
  }

  @Test("8 KiB of combining marks, of words or of quotation marks are told")
  func long() {
    let marks = String(repeating: "\u{316}\u{301}", count: 1 << 11)
    let quotes = String(repeating: "\" ^", count: 2_700)
    let blanks = String(repeating: "a ", count: 1 << 12)
    #expect(words.told(of: "psftp -pw \(marks)").text == "psftp -pw ***")
    #expect(words.told(of: "\(marks)psftp -pw a").text == "\(marks)psftp -pw ***")
    #expect(words.told(of: "psftp \(blanks)-pw a").text == "psftp \(blanks)-pw ***")
    _ = words.told(of: "psftp -pw \(quotes)")
    #expect(words.told(of: marks).text.utf8.count == marks.utf8.count)
  }
}
