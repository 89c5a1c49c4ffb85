import Appliance
import Control
import Foundation
import Journal
import Lab
import LineEditing
import Store
import Testing

@testable import Classroom

@Suite("Leading a class")
struct ClassDeskTests {
  private let kept: TestClass
  private let classroom: Classroom

  init() throws {
    kept = try TestClass()
    classroom = try kept.classroom(pods: 2)
  }

  private func appliance(_ pod: Int, _ host: String = "cms1a") throws -> Appliance {
    try #require(classroom.pods[pod - 1].appliance(named: host))
  }

  private func store(_ name: String, in pod: Int) throws {
    try appliance(pod).store(FileStore.File(name: name, contents: Array("x".utf8)))
  }

  private func names(_ pod: Int) throws -> [String] { try appliance(pod).files.map(\.name) }

  private func visit(_ pod: Int) throws -> Visit {
    let appliance = try appliance(pod)
    let source = Actor.Source.network(address: "192.0.2.9", port: 1)
    let caller = appliance.frontDoor.caller(from: source)
    guard case .admitted(let pass) = caller.offer(password: "c1sco123", of: "admin") else {
      throw CocoaError(.userCancelled)
    }
    return pass.visit(.terminal)
  }

  @Test("reset begins a new attempt, ends visits and keeps the rest of the class")
  func reset() throws {
    try store("mine", in: 1)
    try store("mine", in: 2)
    let visit = try visit(1)
    let old = try appliance(1)
    let pass = visit
    #expect(
      kept.ask(.reset, [.pod: "1"], of: classroom) == ("pod 1 begins anew: attempt 2\n", 0, ""))
    #expect(visit.isCut && pass.isCut)
    #expect(classroom.pods[0].attendance.present.isEmpty)
    #expect(try !names(1).contains("mine") && names(2).contains("mine"))
    #expect(try appliance(1) !== old)
    #expect(try kept.look { try $0.attempts(of: 1).map(\.why) } == ["reset", nil])
    // What is still at work there changes nothing that lasts.
    try old.store(FileStore.File(name: "late", contents: []))
    #expect(try !names(1).contains("late"))
  }

  @Test("whoever comes by a connection from before a reset is gone at once")
  func oldConnection() throws {
    let appliance = try appliance(1)
    let caller = appliance.frontDoor.caller(from: .network(address: "192.0.2.9", port: 1))
    guard case .admitted(let pass) = caller.offer(password: "c1sco123", of: "admin") else {
      throw CocoaError(.userCancelled)
    }
    _ = kept.ask(.reset, [.pod: "1"], of: classroom)
    #expect(pass.visit(.terminal).isCut)
  }

  @Test("a snapshot is restored as often as wanted, with a server and without")
  func snapshots() throws {
    try store("good", in: 1)
    for (index, classroom) in [Optional(classroom), nil].enumerated() {
      let name = "before \(index)"
      #expect(kept.ask(.snapshot, [.pod: "1", .name: name], of: classroom).status == 0)
      let again = kept.ask(.snapshot, [.pod: "1", .name: name], of: classroom)
      #expect(again.status == 1 && again.error.contains("already"))
    }
    _ = try appliance(1).removeFile("good")
    #expect(
      kept.ask(.restore, [.pod: "1", .name: "before 0"], of: classroom)
        == ("pod 1 is as in before 0: attempt 2\n", 0, ""))
    #expect(try names(1).contains("good"))
    #expect(kept.ask(.restore, [.pod: "1", .name: "before 1"]).output.contains("attempt 3"))
    let wrong = kept.ask(.restore, [.pod: "1", .name: "befor 0"], of: classroom)
    #expect(wrong.status == 1 && wrong.error.contains("did you mean before 0?"))
    let none = kept.ask(.restore, [.pod: "2", .name: "x"], of: classroom)
    #expect(none.status == 1)
  }

  @Test("a fault befalls the pod while somebody is there, and is told in its journal")
  func inject() throws {
    try store("a.cer", in: 1)
    let visit = try visit(1)
    let fault = "purpose: x\nfault:\n  - {remove: a.cer, on: [cms1a]}\n"
    let done = kept.ask(
      .inject, [.pod: "1", .name: "own", .text: fault], of: classroom)
    #expect(done.status == 0, "\(done.error)")
    #expect(try !names(1).contains("a.cer") && !visit.isCut)
    let events = kept.ask(.events, [.pod: "1"], of: classroom).output
    #expect(events.contains("\"event\":\"removed\",\"file\":\"a.cer\""))
    #expect(
      events.contains("\"host\":\"pc1\",\"attempt\":1,\"event\":\"injected\",\"scenario\":\"own\"}")
    )
    let again = kept.ask(.inject, [.pod: "1", .name: "own", .text: fault], of: classroom)
    #expect(
      again == (
        "", 1,
        "the fault of own does not fit pod 1 as it is: cms1a has no a.cer; nothing was changed"
      ))
    let without = kept.ask(
      .inject, [.pod: "1", .name: "own", .text: "purpose: x\n"], of: classroom)
    #expect(without.status == 1 && without.error.contains("no fault"))
  }

  @Test(
    "what a fault lacks is said of a machine and a file, and no line of the scenario",
    arguments: [
      ("{remove: b.cer}", "no machine has b.cer; nothing was changed"),
      (
        "{drop: a.cer, part: 1, on: [cms1a]}",
        "a.cer on cms1a: it is no bundle: it has no second part"
      ),
      ("{drop: a.cer, part: 1}", "a.cer on cms1a: it is no bundle: it has no second part"),
      ("{encode: a.cer, lineEnds: crlf}", "cms1a: a.cer has no lines"),
      ("{encrypt: a.cer, password: x}", "a.cer on cms1a holds no key in the clear"),
      ("{remove: a.cer, on: [cms1z]}", "there is no machine cms1z"),
    ])
  func lacking(action: String, words: String) throws {
    try store("a.cer", in: 1)
    let before = try kept.look { try $0.events(of: 1, limit: 99).events.count }
    for classroom in [Optional(classroom), nil] {
      let refused = kept.ask(
        .inject,
        [.pod: "1", .name: "own", .text: "purpose: x\nfault:\n  - \(action)\n"], of: classroom)
      #expect(refused.status == 1)
      #expect(refused.error.contains(": \(words)"), "\(refused.error)")
      #expect(refused.error.hasSuffix("; nothing was changed"))
      #expect(!refused.error.contains("fault["))
    }
    #expect(try names(1).contains("a.cer"))
    #expect(try kept.look { try $0.events(of: 1, limit: 99).events.count } == before)
  }

  @Test("a fault for all befalls those whom it fits; the others are named")
  func injectAll() throws {
    try store("a.cer", in: 2)
    let fault = "purpose: x\nfault:\n  - {remove: a.cer, on: [cms1a]}\n"
    let done = kept.ask(.inject, [.all: "", .name: "own", .text: fault], of: classroom)
    #expect(done.status == 1 && done.error == "nothing was done in 1 of 2 pods")
    #expect(
      done.output.hasPrefix("pod 1: not done: the fault of own does not fit pod 1 as it is: "))
    #expect(done.output.hasSuffix("\nthe fault of own has befallen pod 2\n"))
    #expect(try !names(2).contains("a.cer"))
  }

  @Test("a removed pod lets nobody in; what tells of people is gone from the bytes")
  func remove() throws {
    try store("mine", in: 1)
    _ = try visit(1)
    #expect(kept.ask(.remove, [.pod: "1"], of: classroom) == ("pod 1 is removed\n", 0, ""))
    #expect(classroom.pods[0].appliance(named: "cms1a") == nil)
    #expect(kept.ask(.reset, [.pod: "1"], of: classroom).status == 1)
    let bytes = try Data(contentsOf: URL(filePath: kept.file.path))
    #expect(bytes.range(of: Data("192.0.2.9".utf8)) == nil)
  }

  @Test("forgetting takes names, addresses and lines out of the file's bytes, and no files")
  func forget() throws {
    try kept.file.write { (writing) throws(StoreFault) in
      try writing.put(PodRow(pod: 2, id: "ada-l", lastName: "Lovelace"))
    }
    let visit = try visit(2)
    visit.presence.record(
      .typed(.init(line: "a secret plan", isCommand: true, isPermitted: true)))
    try store("mine", in: 2)
    _ = kept.ask(.status, of: classroom)
    #expect(kept.ask(.forget, of: classroom).status == 0)
    for text in ["ada-l", "Lovelace", "192.0.2.9", "a secret plan"] {
      for suffix in ["", "-wal"] {
        let bytes = try? Data(contentsOf: URL(filePath: kept.file.path + suffix))
        #expect(bytes?.range(of: Data(text.utf8)) == nil, "\(text)\(suffix)")
      }
    }
    #expect(try names(2).contains("mine") && !visit.isCut)
  }

  @Test("a line is left at terminals; the one used last is watched, and told so")
  func terminals() throws {
    let pod = classroom.pods[0]
    let visits = [try visit(1), try visit(1)]
    let views = visits.map { pod.board.open($0.presence) }
    // Whoever has left is not watched.
    defer { withExtendedLifetime((visits, views)) {} }
    let said = kept.ask(.say, [.text: "Hello"], of: classroom)
    #expect(said.output == "left at 2 terminals in 1 pod, for the next prompt\n")
    views[1].end()
    #expect(kept.ask(.say, [.pod: "1", .text: "x"], of: classroom).output.hasPrefix("left at 1 "))
    let nobody = kept.ask(.say, [.pod: "2", .text: "x"], of: classroom)
    #expect(nobody == ("", 1, "nobody is at a terminal in pod 2"))
    // The asker never waits: it has gone at once.
    let watched = kept.ask(.watch, [.pod: "1"], of: classroom)
    #expect(watched.output.hasPrefix("| pod 1, cms1a: the terminal of admin from 192.0.2.9:1;"))
    #expect(kept.ask(.watch, [.pod: "1", .host: "pc1"], of: classroom).status == 1)
  }

  @Test(
    "what needs a server says so without one",
    arguments: [ClassRequest.Verb.say, .watch])
  func unserved(verb: ClassRequest.Verb) {
    #expect(kept.ask(verb, [.pod: "1", .text: "x"]).status == 69)
    #expect(kept.ask(.events, [.follow: ""]).status == 69)
  }

  @Test("a pod is known by its number and its trainee's id; what is near is named")
  func unknown() throws {
    try kept.file.write { (writing) throws(StoreFault) in
      try writing.put(PodRow(pod: 1, id: "ada\u{1B}"))
      try writing.put(PodRow(pod: 2, id: "grace"))
    }
    _ = try appliance(2)
    #expect(kept.ask(.reset, [.pod: "grace"]).status == 0)
    let near = kept.ask(.reset, [.pod: "grase"])
    #expect(near.status == 1 && near.error == "there is no pod `grase`; did you mean grace?")
    let number = kept.ask(.reset, [.pod: "25"])
    #expect(number.error == "there is no pod `25`; there are pods 1 to 2")
    let escape = kept.ask(.reset, [.pod: "\u{1B}[2J"])
    #expect(!escape.error.unicodeScalars.contains("\u{1B}"))
    #expect(kept.ask(.reset, [.pod: "1"]) == ("", 1, "pod 1 is new: nobody was there yet"))
  }

  @Test(
    "numbers of pods are said as they are",
    arguments: [
      (Array(1...2), "1 to 2"), (Array(1...14) + Array(16...24), "1 to 14 and 16 to 24"),
      ([1, 3, 5, 6, 9], "1, 3, 5 to 6 and 9"), ([7], "7"),
    ])
  func numbers(numbers: [Int], words: String) {
    #expect(ClassDesk.words(numbers) == words)
  }

  @Test("a pod beyond those that the class has now is said to be none of it")
  func leftOut() throws {
    _ = try appliance(2)
    try kept.file.write { (writing) throws(StoreFault) in
      for pod in [1, 2] { try writing.put(PodRow(pod: pod, password: "old")) }
      try writing.setMeta(ClassStatus.podsKey, "1")
    }
    let absence = "pod 2 is not served: the class has only pod 1 now"
    #expect(kept.ask(.password, [.pod: "2"]) == ("", 1, absence))
    #expect(kept.ask(.password, [.pod: "1"]).output == "old\n")
    #expect(kept.ask(.reset, [.pod: "2"]).output == "pod 2 begins anew: attempt 2\n\(absence)\n")
    try kept.file.write { (writing) throws(StoreFault) in try writing.put(PodRow(pod: 3)) }
    #expect(
      kept.ask(.reset, [.pod: "3"])
        == ("", 1, "pod 3 is not served: the class has only pod 1 now"))
    let rows = kept.ask(.status).output.split(separator: "\n")
    #expect(!rows[1].contains("not served") && rows[2].contains("not served"))
    let objects = kept.ask(.status, [.json: ""]).output.split(separator: "\n")
    #expect(objects[1].contains(#""served": true"#) && objects[2].contains(#""served": false"#))
  }

  @Test("events that are not all taken end as a server does that ends")
  func cutOff() throws {
    try kept.file.write { (writing) throws(StoreFault) in
      try writing.put(PodRow(pod: 1))
      try writing.append([
        EventRow(
          pod: 1, attempt: 1, number: 1, time: TestClass.now, host: "cms1a", event: "begun",
          line: "{}")
      ])
    }
    let ending = ClassDesk(kept.archive, of: classroom) { TestClass.now }
      .carryOut(ClassRequest(.events), for: TakingNothing())
    #expect(ending.status == 69)
  }

  /// Somebody who takes nothing any more.
  private struct TakingNothing: ClassAsker {
    func show(_ bytes: [UInt8]) -> Bool { false }
    func push(_ bytes: [UInt8]) {}
    var pending: Int { 0 }
    func wait(milliseconds: Int32) -> Bool { false }
    func wake() {}
  }

  @Test("sessions at work while their pod is reset and restored again and again break nothing")
  func load() throws {
    try store("good", in: 1)
    _ = kept.ask(.snapshot, [.pod: "1", .name: "s"], of: classroom)
    let (classroom, archive) = (classroom, kept.archive)
    DispatchQueue.concurrentPerform(iterations: 4) { number in
      for round in 0..<20 {
        if number == 0 {
          let asker = TestAsker()
          let desk = ClassDesk(archive, of: classroom) { TestClass.now }
          let request =
            round % 2 == 0
            ? ClassRequest(.reset, [.pod: "1"]) : ClassRequest(.restore, [.pod: "1", .name: "s"])
          #expect(desk.carryOut(request, for: asker).status == 0)
        } else if number == 1 {
          // One that says it has befallen has done so in the world that is kept.
          let asker = TestAsker()
          let desk = ClassDesk(archive, of: classroom) { TestClass.now }
          let fault = "purpose: x\nfault:\n  - {remove: good, on: [cms1a]}\n"
          let request = ClassRequest(.inject, [.pod: "1", .name: "x", .text: fault])
          #expect([0, 1].contains(desk.carryOut(request, for: asker).status))
        } else if let appliance = classroom.pods[0].appliance(named: "cms1a") {
          for file in 0..<10 {
            try? appliance.store(
              FileStore.File(name: "f\(number)-\(file)", contents: [UInt8(file)]))
          }
        }
      }
    }
    _ = kept.ask(.restore, [.pod: "1", .name: "s"], of: classroom)
    #expect(try names(1).contains("good") && !names(1).contains("f2-1"))
    #expect(try kept.look { try $0.attempts(of: 1).filter { $0.ended == nil }.count } == 2)
  }
}
