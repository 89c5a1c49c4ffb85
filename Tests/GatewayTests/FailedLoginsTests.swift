import Testing

@testable import Gateway

@Suite("Failed logins")
struct FailedLoginsTests {
  private let table = FailedLogins()
  private let class1 = Source(address: "10.0.0.1")

  private func delays(_ account: String, _ source: Source, at times: Int...) -> [Int] {
    times.map { table.add(account, from: source, at: $0, delay: 500) }
  }

  @Test("each is answered later than the one before, at most after two seconds")
  func growth() {
    #expect(delays("admin", class1, at: 0, 1, 2, 3, 4, 5) == [500, 1000, 2000, 2000, 2000, 2000])
  }

  @Test("others of the same address do not pay, nor does the account from elsewhere")
  func others() {
    _ = delays("admin", class1, at: 0, 1, 2)
    #expect(delays("carol", class1, at: 3) == [500])
    #expect(delays("admin", Source(address: "10.0.0.2"), at: 3) == [500])
  }

  @Test("the right password, or five minutes, make it forgotten")
  func forgetting() {
    _ = delays("admin", class1, at: 0, 1, 2)
    table.forget("admin", from: class1)
    #expect(delays("admin", class1, at: 3, 4) == [500, 1000])
    #expect(delays("admin", class1, at: 4 + FailedLogins.memory + 1) == [500])
  }

  @Test("a gateway that holds nothing back does not begin to")
  func none() {
    #expect((0..<9).allSatisfy { table.add("admin", from: class1, at: $0, delay: 0) == 0 })
  }

  @Test("however many names are made up, so many are remembered, the latest among them")
  func capacity() {
    let names = (0..<20_000).map { "user\($0)" }
    for (time, name) in names.enumerated() { _ = delays(name, class1, at: time) }
    #expect(table.count <= FailedLogins.capacity)
    #expect(delays(names[19_999], class1, at: 20_000) == [1000])
    let long = String(repeating: "x", count: 1 << 18)
    #expect(delays(long, class1, at: 20_001) == [500])
    #expect(delays(long + "y", class1, at: 20_002) == [1000])
  }
}
