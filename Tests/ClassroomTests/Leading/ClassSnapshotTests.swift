import Appliance
import Foundation
import Journal
import Store
import Testing

@testable import Classroom

@Suite("Snapshots of a class")
struct ClassSnapshotTests {
  private let kept: TestClass
  private let classroom: Classroom

  init() throws {
    kept = try TestClass()
    classroom = try kept.classroom(pods: 3)
  }

  private func appliance(_ pod: Int) throws -> Appliance {
    try #require(classroom.pods[pod - 1].appliance(named: "cms1a"))
  }

  private func store(_ name: String, in pod: Int) throws {
    try appliance(pod).store(FileStore.File(name: name, contents: Array("four".utf8)))
  }

  private func objects(of pod: String? = nil) throws -> [[String: Any]] {
    var values: [ClassRequest.Key: String] = [.json: ""]
    values[.pod] = pod
    let json = kept.ask(.snapshots, values, of: classroom).output
    return try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
  }

  @Test("are listed with their sizes, of a pod or of all, as table and JSON")
  func list() throws {
    #expect(kept.ask(.snapshots, of: classroom).output == "There are no snapshots.\n")
    #expect(try objects().isEmpty)
    for pod in [1, 2] { _ = try appliance(pod) }
    _ = kept.ask(.snapshot, [.pod: "1", .name: "a\u{1B}[2J"], of: classroom)
    try store("mine", in: 1)
    _ = kept.ask(.snapshot, [.pod: "1", .name: "b"], of: classroom)
    _ = kept.ask(.snapshot, [.pod: "2", .name: "b"], of: classroom)
    let all = try objects()
    #expect(all.map { $0["pod"] as? Int } == [1, 1, 2])
    #expect(all.map { $0["name"] as? String } == ["a\u{1B}[2J", "b", "b"])
    let sizes = all.compactMap { $0["size"] as? Int }
    #expect(sizes.count == 3 && sizes[1] == sizes[0] + 4)
    #expect(all[0]["taken"] as? String == "2026-11-23T09:00:00.000Z")
    #expect(try objects(of: "2").count == 1)
    let table = kept.ask(.snapshots, [.pod: "1"], of: classroom).output
    #expect(!table.unicodeScalars.contains("\u{1B}"))
    let lines = table.split(separator: "\n")
    #expect(lines.count == 3 && lines[0].hasPrefix("pod  name") && lines[2].hasPrefix("1    b "))
    #expect(lines[2].hasSuffix("  2026-11-23T09:00:00.000Z"))
  }

  @Test("are dropped, with a server and without; what is near is named")
  func drop() throws {
    _ = try appliance(1)
    for name in ["one", "two"] {
      _ = kept.ask(.snapshot, [.pod: "1", .name: name], of: classroom)
    }
    let near = kept.ask(.drop, [.pod: "1", .name: "tow"], of: classroom)
    #expect(near.status == 1 && near.error.contains("did you mean two?"))
    #expect(
      kept.ask(.drop, [.pod: "1", .name: "two"], of: classroom)
        == ("snapshot two of pod 1 is dropped\n", 0, ""))
    #expect(kept.ask(.restore, [.pod: "1", .name: "two"], of: classroom).status == 1)
    #expect(kept.ask(.drop, [.pod: "1", .name: "one"]).status == 0)
    #expect(try objects().isEmpty)
    #expect(try kept.look { try $0.attempts(of: 1).count } == 1)
  }

  @Test("restoring is the new attempt's first event, with a server and without, by its name")
  func told() throws {
    _ = try appliance(1)
    _ = kept.ask(.snapshot, [.pod: "1", .name: "noon \"1\""], of: classroom)
    for (attempt, classroom) in [(2, Optional(classroom)), (3, nil)] {
      _ = kept.ask(.restore, [.pod: "1", .name: "noon \"1\""], of: classroom)
      let events = try kept.look { try $0.events(of: 1, limit: 100).events }
      let first = try #require(events.first { $0.attempt == attempt })
      #expect(first.event == "restored" && first.host == "pc1" && first.user == nil)
      #expect(first.line.hasSuffix(#""event":"restored","snapshot":"noon \"1\""}"#))
    }
    // Nobody was there: what an instructor does is no trainee's work.
    #expect(try kept.look { try $0.status()[0].lastEvent } == nil)
    // Numbers go on behind it.
    let last = try kept.look { try $0.lastNumbers(of: 1).event }
    #expect(last == 2)
  }

  @Test("of the whole class: each pod has a line, and what cannot be done is said")
  func everybody() throws {
    #expect(kept.ask(.snapshot, [.all: "", .name: "noon"], of: classroom).status == 0)
    for pod in [1, 2] { try store("mine", in: pod) }
    let taken = kept.ask(.snapshot, [.all: "", .name: "noon"], of: classroom)
    #expect(
      taken.output == """
        snapshot noon of pod 1, attempt 1, is taken
        snapshot noon of pod 2, attempt 1, is taken
        pod 3 is new: nobody was there yet

        """)
    #expect(taken.status == 0)
    _ = kept.ask(.drop, [.pod: "1", .name: "noon"], of: classroom)
    let again = kept.ask(.snapshot, [.all: "", .name: "noon"], of: classroom)
    #expect(again.status == 1 && again.error == "nothing was done in 1 of 3 pods")
    #expect(again.output.contains("\npod 2: not done: pod 2 has a snapshot `noon` already\n"))

    let reset = kept.ask(.reset, [.all: ""], of: classroom)
    #expect(reset.status == 0 && reset.output.hasPrefix("pod 1 begins anew: attempt 2\n"))
    #expect(try !appliance(2).files.contains { $0.name == "mine" })
    let restored = kept.ask(.restore, [.all: "", .name: "noon"], of: classroom)
    #expect(restored.status == 1 && restored.error == "nothing was done in 1 of 3 pods")
    #expect(
      restored.output.hasSuffix(
        "\npod 3: not done: there is no snapshot `noon`; pod 3 has none\n"))
    for pod in [1, 2] { #expect(try appliance(pod).files.contains { $0.name == "mine" }) }

    let wrong = kept.ask(.drop, [.all: "", .name: "non"], of: classroom)
    #expect(wrong.status == 1 && wrong.error.contains("did you mean noon?"))
    #expect(kept.ask(.drop, [.all: "", .name: "noon"]).status == 0)
    #expect(try objects().isEmpty)
  }

  @Test("without a server all are those in the file")
  func unserved() throws {
    try store("mine", in: 2)
    #expect(kept.ask(.reset, [.all: ""]) == ("pod 2 begins anew: attempt 2\n", 0, ""))
  }
}
