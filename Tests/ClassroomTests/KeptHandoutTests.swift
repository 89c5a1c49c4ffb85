import Store
import TestSupport
import Testing

@testable import Classroom

@Suite("What a class keeps of its handout")
struct KeptHandoutTests {
  private func handout(named name: String?) -> Handout {
    let cards = (1...3).map { pod in
      var trainee = Roster.Trainee(pod: pod, id: "t\(pod)")
      trainee.lastName = name
      return Handout.Card(
        pod: pod, trainee: pod == 3 || name == nil ? nil : trainee,
        password: pod == 1 ? "public" : "secret\(pod)",
        hosts: [
          Handout.Host(
            name: "cms1a", port: 2200 + UInt16(pod), user: "admin", fingerprint: "SHA256:\(pod)",
            publicKey: "ssh-ed25519 \(pod)")
        ])
    }
    return Handout(address: "0.0.0.0", sharedKey: "ssh-rsa all", cards: cards)
  }

  private let passwords = PodPasswords(byPod: [2: "secret2", 3: "secret3"], areRandom: true)

  @Test("it is there again, also for others while a server has the file")
  func kept() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/class.mmp"
    let file = try StateFile(path, .existingOrNew)
    #expect(try file.read { (reading) throws(StoreFault) in try reading.handout() } == nil)
    let handout = handout(named: "Öz")
    try file.write { (writing) throws(StoreFault) in
      try writing.keep(handout, passwords: passwords, isNamed: true)
    }
    for isOpen in [true, false] {
      if !isOpen { file.close() }
      #expect(
        try StateFile.look(at: path) { (reading) throws(StoreFault) in try reading.handout() }
          == handout)
      #expect(
        try StateFile.look(at: path) { (reading) throws(StoreFault) in try reading.passwords() }
          == passwords)
    }
  }

  @Test("without a new roster the old names stay, without new passwords none")
  func again() throws {
    let folder = try TemporaryFolder()
    let file = try StateFile("\(folder.path)/class.mmp", .existingOrNew)
    func names(after handout: Handout, isNamed: Bool) throws -> [String?] {
      try file.write { (writing) throws(StoreFault) in
        try writing.keep(handout, passwords: PodPasswords(), isNamed: isNamed)
      }
      return try file.read { (reading) throws(StoreFault) in
        try reading.handout()?.cards.map(\.trainee?.lastName) ?? []
      }
    }
    #expect(try names(after: handout(named: "Öz"), isNamed: true) == ["Öz", "Öz", nil])
    #expect(try names(after: handout(named: nil), isNamed: false) == ["Öz", "Öz", nil])
    var other = handout(named: "Lee")
    other.cards[0].trainee = nil
    #expect(try names(after: other, isNamed: true) == [nil, "Lee", nil])
    let (handout, passwords) = try file.read { (reading) throws(StoreFault) in
      (try reading.handout(), try reading.passwords())
    }
    #expect(handout?.cards.map(\.password) == ["public", "secret2", "secret3"])
    #expect(passwords == PodPasswords())
  }
}
