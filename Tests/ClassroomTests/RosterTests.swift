import Classroom
import TestSupport
import Testing
import Words

@Suite("A roster")
struct RosterTests {
  private func roster(_ text: String, pods: ClosedRange<Int> = 1...24) throws(CSVError) -> Roster {
    try Roster(reading: Array(text.utf8), file: "r.csv", pods: pods)
  }

  private func message(_ bytes: [UInt8], pods: ClosedRange<Int> = 1...24) -> String {
    do {
      return "\(try Roster(reading: bytes, file: "r.csv", pods: pods).trainees)"
    } catch {
      return "\(error)"
    }
  }

  @Test("columns come in any order, and rows too")
  func columns() throws {
    let roster = try roster(
      """
      email,ID,first_name,pod,password,last_name
      b@x.example,b17,Bo,2,geheim,Öz
      a@x.example,a3,Ann,1,,"Lee, \"\"Jr.\"\""

      """)
    #expect(roster.trainees.map(\.pod) == [1, 2])
    #expect(roster.trainees.map(\.id) == ["a3", "b17"])
    #expect(roster.trainees.map(\.name) == ["Ann Lee, \"Jr.\"", "Bo Öz"])
    #expect(roster.trainees.map(\.email) == ["a@x.example", "b@x.example"])
    #expect(roster.passwords == [2: "geheim"])
  }

  @Test(
    "what spreadsheets save is read",
    arguments: [
      "pod,id\r\n1,a\r\n2,b\r\n", "\u{FEFF}pod,id\n1,a\n2,b", "pod,id\r1,a\r2,b\r",
      "\"pod\",\"id\"\n\"1\",\"a\"\n\"2\",\"b\"\n", "pod , id\n 01 ,\ta \n2, \"b\" \n",
      "\npod,id\n,\n1,a\n\n,\n2,b\n,\n", "pod,id,email\n1,a,\n2,b,\n",
    ])
  func spreadsheets(text: String) throws {
    let trainees = try roster(text).trainees
    #expect(trainees == [Roster.Trainee(pod: 1, id: "a"), Roster.Trainee(pod: 2, id: "b")])
  }

  @Test(
    "what could be a mistake is refused with its place",
    arguments: [
      ("", "r.csv:1:1: the file holds nothing"), ("\n , \n", "r.csv:1:1: the file holds nothing"),
      ("pod,id\n", "r.csv:1:1: nobody is in the roster"),
      ("pod,idd\n1,a\n", "r.csv:1:5: there is no column `idd`; did you mean `id`?"),
      (
        "pod,id,phone\n1,a,2\n",
        "1:8: there is no column `phone`; the columns are pod, id, last_name, first_name, email,"
      ),
      ("pod,id,\n1,a,\n", "r.csv:1:8: there is no column ``"),
      ("1,a\n", "r.csv:1:1: there is no column `1`"),
      ("pod;id\n1;a\n", "r.csv:1:1: a comma stands between columns, not a semicolon"),
      ("pod,email\n1,a\n", "r.csv:1:1: the column `id` is missing"),
      ("pod,id,pod\n1,a,1\n", "r.csv:1:8: the column `pod` is there twice"),
      ("pod,id\n1,a\n1,b\n", "r.csv:3:1: pod 1 is there twice, first in line 2"),
      ("pod,id\n1,a\n01,b\n", "r.csv:3:1: pod 1 is there twice, first in line 2"),
      ("pod,id\n1,a\n2,a\n", "r.csv:3:3: the id `a` is there twice, first in line 2"),
      ("pod,id\n1,é\n2,e\u{301}\n", "r.csv:3:3: the id"),
      ("pod,id\n1,\n", "r.csv:2:3: there is nothing for `id`"),
      ("pod,id\n,a\n", "r.csv:2:1: there is nothing for `pod`"),
      ("pod,id\n25,a\n", "r.csv:2:1: there is no pod 25, only 1 to 24; see --pods"),
      ("pod,id\n0,a\n", "there is no pod 0"), ("pod,id\n99999999999999999999,a\n", "no pod 999"),
      ("pod,id\none,a\n", "r.csv:2:1: the number of a pod belongs here, not `one`"),
      ("pod,id\n-1,a\n", "2:1: the number of a pod"), ("pod,id\n１,a\n", "2:1: the number of a pod"),
      (
        "pod\tid\n1\ta\n",
        "r.csv:1:4: a tab is no character that a field may have; between columns stands a comma"
      ),
      (
        "sep=,\npod,id\n1,a\n",
        "r.csv:1:1: the line `sep=` is for Excel only: take it away; a comma stands between columns"
      ),
      ("pod,id\n1,a,b\n", "r.csv:2:1: this row has 3 fields, the header has 2"),
      ("pod,id\n1\n", "r.csv:2:1: this row has 1 fields, the header has 2"),
      ("pod,id\n1,\"a\n", "r.csv:2:3: these quotes are not closed in their line"),
      ("pod,id\n1,\"a\nb\"\n", "r.csv:2:3: these quotes are not closed in their line"),
      ("pod,id\n1,a\"b\n", "r.csv:2:4: a quote within a field"),
      ("pod,id\n1,\"a\"b\n", "r.csv:2:6: behind quotes comes a comma"),
    ])
  func refusals(text: String, expected: String) {
    let message = message(Array(text.utf8))
    #expect(message.contains(expected), "\(message)")
  }

  @Test(
    "what nobody sees, and what terminals obey, is no name",
    arguments: [
      "\u{1B}]0;x\u{7}", "a\u{0}", "a\u{7F}", "\u{9B}2J", "a\u{202E}b", "\u{2066}a", "a\u{200B}b",
      "a\u{FEFF}", "a\tb", "\u{2028}", "\u{AD}", "\u{E000}", "\u{E0041}",
    ])
  func oddCharacters(name: String) {
    let plain = message(Array("pod,id\n1,x\(name)x\n".utf8))
    #expect(plain.hasPrefix("r.csv:2:") && plain.contains("is no character"), "\(plain)")
    #expect(plain.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    let quoted = message(Array("pod,id\n1,\"\(name)\"\n".utf8))
    #expect(quoted.hasPrefix("r.csv:2:") && quoted.contains("is no character"), "\(quoted)")
  }

  @Test(
    "names of all the world are names",
    arguments: ["می\u{200C}خواهم", "日本 太郎", "Åsa-Lüø", "O'Neill"])
  func names(name: String) throws {
    let text = "pod,id,last_name\n3,a,\(name)\n"
    #expect(try roster(text).trainees.map(\.lastName) == [name])
  }

  @Test("another encoding is named")
  func encodings() {
    let utf16 = Array("pod,id\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [utf16, [0xFF, 0xFE] + utf16, [0xFE, 0xFF, 0] + utf16] {
      #expect(message(bytes) == "r.csv:1:1: this is UTF-16 or UTF-32: save it as UTF-8")
    }
    let latin1 = Array("pod,id,last_name\r\n1,a,M".utf8) + [0xFC] + Array("ller\r\n".utf8)
    #expect(
      message(latin1)
        == "r.csv:2:6: this is no UTF-8, but maybe Latin-1 or Windows-1252: save the file as UTF-8")
  }

  @Test("there are as many rows as pods, and fields of a length that fits a card")
  func sizes() {
    let rows = (1...30).map { "\($0),t\($0)\n" }.joined()
    #expect(
      message(Array("pod,id\n\(rows)".utf8))
        == "r.csv:26:1: there is no pod 25, only 1 to 24; see --pods")
    #expect(
      message(Array("pod,id\n1,a\n".utf8), pods: 7...7)
        == "r.csv:2:1: there is no pod 1, only pod 7; see --pods")
    let long = String(repeating: "x", count: 256)
    #expect(
      message(Array("pod,id\n1,\(long)\n".utf8)) == "r.csv:2:3: this field has more than 255 bytes")
  }

  @Test("whatever the bytes are, it is a roster of what is allowed or a place in the file")
  func anyBytes() throws {
    var dice = Dice(state: 11)
    let seed = Array("\u{FEFF}pod,id,last_name,password\r\n1,a,\"O\"\"x\",b\n2,b,é,\n".utf8)
    for _ in 0..<4_000 {
      var bytes = seed
      for _ in 0...Int.random(in: 0..<4, using: &dice) {
        let place = Int.random(in: bytes.indices, using: &dice)
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: bytes[place] = .random(in: 0...255, using: &dice)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(",\"\r\n 1"[at: Int.random(in: 0..<6, using: &dice)], at: place)
        default: bytes.insert(contentsOf: bytes[place...].prefix(9), at: place)
        }
      }
      do throws(CSVError) {
        let roster = try Roster(reading: bytes, file: "f", pods: 1...3)
        #expect(Set(roster.trainees.map(\.pod)).isSubset(of: [1, 2, 3]))
        #expect(Set(roster.trainees.map(\.id)).count == roster.trainees.count)
      } catch {
        let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
        #expect((1...lines).contains(error.place.line) && error.place.column >= 1)
      }
    }
  }
}

extension String {
  fileprivate subscript(at place: Int) -> UInt8 { Array(utf8)[place] }
}
