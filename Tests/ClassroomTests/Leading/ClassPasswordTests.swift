import Appliance
import Foundation
import Journal
import Store
import Testing

@testable import Classroom

@Suite("A pod's password")
struct ClassPasswordTests {
  private let kept: TestClass
  private let classroom: Classroom

  init() throws {
    kept = try TestClass()
    classroom = try kept.classroom(pods: 2)
  }

  /// Whether that password lets into an appliance and PC1 of a pod.
  private func opens(_ password: String, _ pod: Int, of classroom: Classroom) throws -> [Bool] {
    let source = Actor.Source.network(address: "192.0.2.9", port: 1)
    let served = classroom.pods[pod - 1]
    let appliance = try #require(served.appliance(named: "cms1b")).caller(from: source)
    let workstation = try #require(served.workstation).caller(from: source)
    var isIn: [Bool] = []
    if case .admitted = appliance.offer(password: password, of: "admin") {
      isIn.append(true)
    } else {
      isIn.append(false)
    }
    if case .admitted = workstation.offer(password: password, of: "admin") {
      isIn.append(true)
    } else {
      isIn.append(false)
    }
    return isIn
  }

  private func new(_ pod: String, of classroom: Classroom?) -> String {
    let answer = kept.ask(.password, [.pod: pod, .random: ""], of: classroom)
    #expect(answer.status == 0)
    return String(answer.output.dropLast())
  }

  @Test("a new one counts from the next login on, and nobody there is disconnected")
  func running() throws {
    #expect(kept.ask(.password, [.pod: "1"], of: classroom) == ("c1sco123\n", 0, ""))
    let appliance = try #require(classroom.pods[0].appliance(named: "cms1a"))
    let caller = appliance.caller(from: .network(address: "192.0.2.9", port: 1))
    guard case .admitted(let pass) = caller.offer(password: "c1sco123", of: "admin") else {
      throw CocoaError(.userCancelled)
    }
    let visit = pass.visit(.terminal)
    let password = new("1", of: classroom)
    #expect(SpokenPassword.isOne(password))
    #expect(kept.ask(.password, [.pod: "1"], of: classroom).output == "\(password)\n")
    #expect(!visit.isCut)
    #expect(try opens(password, 1, of: classroom) == [true, true])
    #expect(try opens("c1sco123", 1, of: classroom) == [false, false])
    #expect(try opens("c1sco123", 2, of: classroom) == [true, true])
  }

  @Test("it stays over reset, restore and another start, and stands in the file")
  func lasting() throws {
    _ = try opens("c1sco123", 1, of: classroom)
    _ = kept.ask(.snapshot, [.pod: "1", .name: "old"], of: classroom)
    let password = new("1", of: classroom)
    #expect(try kept.look { try $0.passwords().byPod } == [1: password])
    for (verb, classroom) in [
      (ClassRequest.Verb.reset, Optional(classroom)), (.restore, classroom), (.reset, nil),
    ] {
      _ = kept.ask(verb, [.pod: "1", .name: "old"], of: classroom)
      #expect(try opens(password, 1, of: self.classroom) == [true, true])
    }
    // As a start without options has it.
    let next = try kept.classroom(pods: 2, passwords: [1: password])
    #expect(try opens(password, 1, of: next) == [true, true])
  }

  @Test("without a server it is in the file, and for the cards")
  func unserved() throws {
    _ = try opens("c1sco123", 1, of: classroom)
    let unknown = kept.ask(.password, [.pod: "1"])
    #expect(unknown.status == 1 && unknown.error.contains("never served"))
    let host = Handout.Host(
      name: "cms1a", port: 2201, user: "admin", fingerprint: "SHA256:1", publicKey: "ssh-ed25519 1")
    let card = Handout.Card(pod: 1, password: "c1sco123", hosts: [host])
    try kept.file.write { (writing) throws(StoreFault) in
      try writing.keep(
        Handout(address: "127.0.0.1", cards: [card]), passwords: PodPasswords(), isNamed: false)
    }
    #expect(kept.ask(.password, [.pod: "1"]).output == "c1sco123\n")
    let password = new("1", of: nil)
    #expect(kept.ask(.password, [.pod: "1"]).output == "\(password)\n")
    #expect(try kept.look { try $0.handout()?.cards.map(\.password) } == [password])
    let live = try #require(try kept.look { try $0.liveAttempt(of: 1) })
    let accounts = try kept.look { try $0.accounts(of: live.id) }
    #expect(!accounts.isEmpty && accounts.allSatisfy { $0.password == password })
  }
}
