import Appliance
import Journal
import TestSupport
import Testing

@Suite("Visits")
struct VisitTests {
  private let diary = Diary()
  private let appliance: Appliance

  init() {
    appliance = Appliance(hostname: "cms1a", journal: diary.journal, now: { 0 })
  }

  private func pass() throws -> Pass {
    let caller = appliance.frontDoor.caller(from: .network(address: "10.0.0.9", port: 4_711))
    return try #require(caller.offer(password: "c1sco123", of: "admin").pass)
  }

  @Test("each begins and ends once, however it ends")
  func ends() throws {
    do {
      let visit = try pass().visit(.terminal)
      #expect(diary.words() == ["begun terminal"])
      visit.end()
      visit.end()
      #expect(!visit.isCut)
      #expect(diary.words() == ["ended terminal"])
      appliance.reboot()
    }
    #expect(diary.words() == [])
    do { _ = try pass().visit(.sftp) }
    #expect(diary.words() == ["begun sftp", "ended sftp"])
  }

  @Test("one pass is good for several, each with a number of its own")
  func several() throws {
    let pass = try pass()
    let visits = [Manner.exec, .sftp].map(pass.visit)
    let events = diary.take()
    #expect(events.compactMap(\.actor?.visit) == [1, 2])
    #expect(events.map(\.actor) == visits.map(\.presence.actor))
    withExtendedLifetime(visits) {}
  }

  @Test("a reboot ends those from the network and leaves the console alone")
  func reboot() throws {
    let console = appliance.frontDoor.console()
    let visits = try [Manner.terminal, .psftp].map { try pass().visit($0) }
    let cuts = Guarded<[String]>([])
    for visit in visits {
      visit.whenCut { [manner = visit.manner] in cuts.change { $0.append("\(manner)") } }
    }
    _ = diary.take()
    appliance.reboot(by: console.presence)
    #expect(diary.words() == ["rebooted", "ended terminal", "ended psftp"])
    #expect(visits.allSatisfy { $0.isCut } && !console.isCut)
    #expect(cuts.value == ["terminal", "psftp"])
    appliance.reboot(by: console.presence)
    #expect(cuts.value.count == 2)
    visits.forEach { $0.end() }
    #expect(diary.words() == ["rebooted"])
  }

  @Test("what is to happen at a cut happens at once after it; an end is no cut")
  func whenCut() throws {
    let cuts = Guarded(0)
    let visit = try pass().visit(.exec)
    appliance.reboot()
    visit.whenCut { cuts.change { $0 += 1 } }
    #expect(cuts.value == 1)
    let other = try pass().visit(.exec)
    other.whenCut { cuts.change { $0 += 1 } }
    other.end()
    #expect(cuts.value == 1)
  }

  @Test("of many who come and go none is forgotten or told twice")
  func many() throws {
    let pass = try pass()
    var kept: [Visit] = []
    for turn in 0..<300 {
      let visit = pass.visit(.exec)
      if turn % 3 == 0 { kept.append(visit) }
    }
    appliance.reboot()
    #expect(kept.allSatisfy { $0.isCut })
    let words = diary.words()
    #expect(words.count { $0 == "begun exec" } == 300)
    #expect(words.count { $0 == "ended exec" } == 300)
  }
}
