import Appliance
import Journal
import TestSupport
import Testing

@Suite("The front door")
struct FrontDoorTests {
  private let diary = Diary()
  private let appliance: Appliance
  private let source = Actor.Source.network(address: "10.0.0.9", port: 4_711)

  init() {
    appliance = Appliance(
      hostname: "cms1a",
      accounts: Role.allCases.map {
        Account(name: "\($0)", password: "c1sco123", role: $0)
      }, journal: diary.journal, now: { 0 })
  }

  private var caller: Caller { appliance.frontDoor.caller(from: source) }

  @Test("three wrong passwords, then no more; unknown users and wrong passwords are alike")
  func tries() {
    for user in ["admin", "nobody", ""] {
      let caller = caller
      let answers = (0..<3).map { _ in caller.offer(password: "wrong", of: user).refusal }
      #expect(answers == [false, false, true])
      #expect(diary.words() == Array(repeating: "refused password", count: 3))
    }
  }

  @Test("whatever cannot be a password counts as a try")
  func nothing() {
    let caller = caller
    #expect(caller.offerNothing(of: "admin").refusal == false)
    #expect(caller.offer(password: "", of: "admin").refusal == false)
    #expect(caller.offerNothing(of: "admin").refusal == true)
    #expect(diary.words() == Array(repeating: "refused password", count: 3))
  }

  @Test("a wrong password before the right one does no harm")
  func secondTry() {
    let caller = caller
    _ = caller.offer(password: "C1sco123", of: "admin")
    let pass = caller.offer(password: "c1sco123", of: "admin").pass
    #expect(pass?.account.name == "admin" && pass?.source == source)
    #expect(pass?.machine === appliance)
    #expect(diary.words() == ["refused password"])
  }

  @Test(
    "roles that do not log in are refused as a wrong password is, but told apart in the journal")
  func roles() {
    for role in Role.allCases {
      let admission = caller.offer(password: "c1sco123", of: "\(role)")
      #expect((admission.pass != nil) == role.mayLogIn)
      #expect(admission.refusal == (role.mayLogIn ? nil : false))
      #expect(diary.words() == (role.mayLogIn ? [] : ["refused role"]))
    }
  }

  @Test("an event says who was refused, from where, without a visit")
  func refused() {
    _ = caller.offer(password: "wrong", of: "mallory")
    caller.turnAway("admin")
    let events = diary.take()
    #expect(events.map { Diary.words(of: $0.kind) } == ["refused password", "refused full"])
    #expect(
      events.map(\.actor)
        == ["mallory", "admin"].map { Actor(visit: nil, user: $0, source: source) })
    #expect(events.allSatisfy { $0.host == "cms1a" })
  }

  @Test("keys: twenty, of which the last is news; they count apart from passwords")
  func keys() throws {
    let caller = caller
    for _ in 1..<FrontDoor.keyTries {
      #expect(caller.offerKey(of: "admin") { _ in true }.refusal == false)
    }
    #expect(caller.offer(password: "wrong", of: "admin").refusal == false)
    #expect(diary.words() == ["refused password"])
    #expect(caller.offerKey(of: "admin") { _ in true }.refusal == true)
    #expect(diary.words() == ["refused key"])
  }

  @Test("the key in <user>.pub lets its user in, if it is the one and the role may")
  func authorized() throws {
    for user in ["admin", "nobody", "appadmin"] {
      try appliance.store(try FileStore.File.fixture("alice.pub", as: "\(user).pub"))
    }
    let caller = caller
    #expect(caller.offerKey(of: "admin") { _ in true }.pass?.account.name == "admin")
    #expect(caller.offerKey(of: "admin") { _ in false }.refusal == false)
    #expect(caller.offerKey(of: "nobody") { _ in true }.refusal == false)
    #expect(caller.offerKey(of: "crypto") { _ in true }.refusal == false)
    #expect(diary.words() == [])
    #expect(caller.offerKey(of: "appadmin") { _ in true }.refusal == false)
    #expect(diary.words() == ["refused role"])
  }

  @Test("the console asks nobody, and is admin's")
  func console() {
    let visit = appliance.frontDoor.console()
    #expect(visit.account.name == "admin" && visit.role == .admin)
    #expect(visit.source == .console && visit.manner == .console)
    #expect(diary.words() == ["begun console"])
  }
}
