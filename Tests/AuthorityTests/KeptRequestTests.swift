@testable import Authority
import Journal
import PKI
import TestSupport
import Testing

@Suite("Requests that are kept")
struct KeptRequestTests {
  @Test("what was decided is kept, and an authority that takes it up retrieves the same")
  func takenUp() throws {
    let lab = try AuthorityLab()
    let journal = Journal()
    let keeper = Shelfkeeper()
    journal.keeper = keeper
    let presence = Presence(
      journal, host: "pc1", actor: Actor(visit: 1, user: "admin", source: .console))
    let request = try AuthorityLab.request()
    let issued = try lab.authority.submit(
      request, template: AuthorityLab.template, account: nil, by: presence)
    let denial = #expect(throws: Denial.self) {
      try lab.authority.submit(
        request, template: "Other", account: AuthorityLab.account, by: presence)
    }
    let requests = keeper.requests
    #expect(requests.map(\.id) == [5, 6])
    #expect(requests.map(\.who) == ["admin", #"CMS\cert"#])

    let next = try AuthorityLab()
    next.authority.takeUp(requests)
    let again = try next.authority.retrieve(5, account: nil)
    #expect(again.certificate.der == issued.certificate.der && again.chain.count == 1)
    #expect(throws: try #require(denial)) { try next.authority.retrieve(6, account: nil) }
    #expect(try next.submit(request).requestID == 7)
  }

  @Test("OpenSSL's words come back")
  func failed() throws {
    let error = OpenSSLError(code: 7, reason: "no such thing")
    let kept = RequestBook.Outcome.denied(.failed(error)).kept
    let request = KeptRequest(id: 1, template: nil, who: nil, outcome: kept)
    guard case .denied(.failed(let again))? = RequestBook.Outcome(request, chain: []) else {
      Issue.record("no failure")
      return
    }
    #expect(again == error && again.reason == error.reason)
  }
}
