import TestSupport
import Testing

@testable import Classroom

@Suite("The passwords of a class")
struct PasswordTests {
  private func source(_ text: String) throws(CSVError) -> PasswordSource {
    try PasswordSource(reading: Array(text.utf8), file: "p", pods: 1...3)
  }

  private func message(_ text: String) -> String {
    do throws(CSVError) {
      return "\(try source(text))"
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "a file with one line has the password of all",
    arguments: [
      ("secret\n", "secret"), ("\u{FEFF}two words \r\n", "two words "), ("a,b", "a,b"),
      ("\n\"x\"\n\n", "\"x\""), ("1;a\n", "1;a"),
    ])
  func one(text: String, password: String) throws {
    #expect(try source(text) == .one(password))
  }

  @Test(
    "lines with pods have one for each",
    arguments: [
      "1,a\n2,b,\n", "1,a\n2,\"b\"\"\"\n", "1,a\r\n2,b\r\n", "pod,password\n2,b\n1,a\n",
      "Password,Pod\nb,2\na,1\n", "1, a\n\n 2 ,b\n",
    ])
  func each(text: String) throws {
    if text.hasSuffix("b,\n") {
      #expect(
        message(text) == """
          p:2:1: this line has 3 fields, and `pod,password` are two; a password with a comma stands in \
          quotes
          """)
    } else {
      let second = text.contains("\"\"") ? "b\"" : "b"
      #expect(try source(text) == .each([1: "a", 2: second]))
    }
  }

  @Test(
    "all else is refused with its place",
    arguments: [
      ("", "p:1:1: the file holds no password"), ("\n\n", "p:1:1: the file holds no password"),
      ("a\nb\n", "p:1:1: of several lines each is `pod,password`"),
      ("1,a\n1,b\n", "p:2:1: pod 1 is there twice, first in line 1"),
      ("1,a\n4,b\n", "p:2:1: there is no pod 4, only 1 to 3; see --pods"),
      ("1,a\nb\n", "p:2:1: this line has 1 field, and"),
      ("1,a\n2,\n", "p:2:3: there is nothing for"),
      ("\na\u{1B}b\n", "p:2:2: this is no password: it has a control character"),
      (
        String(repeating: "x", count: 256), "p:1:1: this is no password: it has more than 255 bytes"
      ),
      ("p\u{0}\u{0}\u{0}", "this is UTF-16"),
    ])
  func refusals(text: String, expected: String) {
    let message = message(text)
    #expect(message.contains(expected), "\(message)")
  }

  @Test("random ones can be spoken, differ, and have more than 40 bits")
  func spoken() throws {
    var dice = Dice(state: 3)
    let made = (0..<500).map { _ in SpokenPassword.make(using: &dice) }
    #expect(Set(made).count == 500)
    let form = /([bdfghjkmnprstvwz][aeiou][bdfgjkmnprstvz]-){3}[b-z][aeiou][b-z]/
    #expect(made.allSatisfy { $0.wholeMatch(of: form) != nil })
    #expect(Set(SpokenPassword.syllables).count == SpokenPassword.syllables.count)
    // 1,024 to the fourth is 40 bits.
    #expect(SpokenPassword.syllables.count > 1024)
  }

  @Test("a trainee's own goes before all others, and what was kept stays unless others are given")
  func order() throws {
    let roster = try Roster(
      reading: Array("pod,id,password\n2,a,own\n3,b,\n".utf8), file: "r", pods: 1...3)
    var dice = Dice(state: 5)
    func passwords(
      _ source: PasswordSource?, kept: PodPasswords = PodPasswords()
    ) throws(MissingPassword) -> PodPasswords {
      try PodPasswords(
        from: source, roster: roster, pods: 1...3, kept: kept, lab: { "lab\($0)" }, using: &dice)
    }
    for source in [nil, .lab] as [PasswordSource?] {
      #expect(try passwords(source).byPod == [2: "own"])
    }
    #expect(try passwords(.one("x")) == PodPasswords(byPod: [1: "x", 2: "own", 3: "x"]))
    #expect(try passwords(.each([1: "x", 3: "y"])).byPod == [1: "x", 2: "own", 3: "y"])
    #expect(throws: MissingPassword(pod: 3)) { try passwords(.each([1: "x", 2: "z"])) }

    let given = PodPasswords(byPod: [1: "a", 2: "b", 3: "c"])
    #expect(try passwords(nil, kept: given).byPod == [1: "a", 2: "own", 3: "c"])
    #expect(try passwords(.lab, kept: given).byPod == [1: "lab1", 2: "own", 3: "lab3"])
    #expect(try passwords(.random, kept: given).byPod[1]?.count == 15)

    // One that was not random, of a pod that was not served when the others became so.
    let former = "bak-nor-tiv-dum"
    let mixed = PodPasswords(byPod: [1: "lab1", 3: former], areRandom: true)
    #expect(try passwords(.random, kept: mixed).byPod[1]?.count == 15)
    #expect(try passwords(.random, kept: mixed).byPod[3] == former)

    let random = PodPasswords(byPod: [3: former], areRandom: true)
    for source in [nil, .random] as [PasswordSource?] {
      let passwords = try passwords(source, kept: random)
      #expect(passwords.byPod[2] == "own" && passwords.byPod[3] == former && passwords.areRandom)
      #expect(passwords.byPod[1]?.count == 15)
    }
    #expect(try passwords(.one("x"), kept: random).areRandom == false)
  }
}
