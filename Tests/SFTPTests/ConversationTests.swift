import Appliance
import SFTP
import TestSupport
import Testing

@Suite("SFTP: conversation")
struct ConversationTests {
  @Test("version 3, with OpenSSH's extensions")
  func version() throws {
    let client = Client(try Client.appliance(), isInitialised: false)
    #expect(
      client.exchange(Packet.initialise) == [
        .version(
          3,
          [
            "posix-rename@openssh.com 1", "statvfs@openssh.com 2", "fstatvfs@openssh.com 2",
            "fsync@openssh.com 1", "limits@openssh.com 1",
          ])
      ])
    let limits = try client.extended("limits@openssh.com")
    #expect(limits == .numbers(1, [262_144, 261_120, 261_120, 64]))
    #expect(!client.server.isBroken && !client.server.hasWork)
  }

  @Test(
    "what does not speak SFTP is not answered",
    arguments: [
      Packet.request(17, 1, Packet.string("/")), [0, 0, 0, 0], Packet.framed([1, 0, 0, 0]),
      [0, 4, 0, 1], [0xFF, 0xFF, 0xFF, 0xFF], Array("SSH-2.0".utf8),
    ])
  func noClient(bytes: [UInt8]) throws {
    let client = Client(try Client.appliance(), isInitialised: false)
    #expect(client.exchange(bytes).isEmpty)
    #expect(client.server.isBroken && !client.server.hasWork)
    #expect(client.exchange(Packet.initialise).isEmpty)
  }

  @Test("what came before a packet too long is answered; a second INIT is too much")
  func lateBreak() throws {
    let client = Client(try Client.appliance("a"))
    let good = Packet.request(17, 1, Packet.string("/a"))
    #expect(client.exchange(good + [0xFF, 0, 0, 0]).count == 1)
    #expect(client.server.isBroken)
    let other = Client(try Client.appliance("a"))
    #expect(other.exchange(good + Packet.initialise + good).count == 1)
    #expect(other.server.isBroken)
  }

  @Test("fed byte by byte, a server answers the same")
  func split() throws {
    let requests =
      Packet.initialise
      + Packet.request(3, 1, Packet.string("b") + Packet.uint32(26) + Packet.attributes())
      + Packet.request(6, 2, Packet.string([0, 0, 0, 1]) + Packet.uint64(3) + Packet.string("xyz"))
      + Packet.request(99, 3, []) + Packet.request(4, 4, Packet.string([0, 0, 0, 1]))
      + Packet.request(11, 5, Packet.string("/"))
      + Packet.request(12, 6, Packet.string([0, 0, 0, 2]))
      + Packet.request(17, 7, [0, 0, 0, 9, 1])
    let whole = Client(try Client.appliance("a"), isInitialised: false)
    whole.server.receive(requests)
    let expected = whole.server.answer(upTo: .max)
    #expect(Answer.all(in: expected).count == 8)

    let single = Client(try Client.appliance("a"), isInitialised: false)
    var answers: [UInt8] = []
    for byte in requests {
      single.server.receive([byte])
      answers += single.server.answer(upTo: .max)
    }
    #expect(answers == expected)

    for cut in requests.indices {
      let client = Client(try Client.appliance("a"), isInitialised: false)
      client.server.receive(Array(requests[..<cut]))
      let first = client.server.answer(upTo: .max)
      client.server.receive(Array(requests[cut...]))
      #expect(first + client.server.answer(upTo: .max) == expected)
    }
  }

  @Test("answers stop behind the limit, and go on")
  func limit() throws {
    let client = Client(try Client.appliance("a"))
    let request = Packet.request(17, 7, Packet.string("/a"))
    client.server.receive(Array(repeatElement(request, count: 100).joined()))
    var counts: [Int] = []
    while client.server.hasWork {
      counts.append(Answer.all(in: client.server.answer(upTo: 500)).count)
    }
    #expect(counts.reduce(0, +) == 100)
    #expect(counts.first == 13)
    #expect(client.server.answer(upTo: 500).isEmpty)
  }

  @Test("answers stop when they are asked to, behind at least one, and go on")
  func pause() throws {
    let client = Client(try Client.appliance("a"))
    let request = Packet.request(17, 7, Packet.string("/a"))
    client.server.receive(Array(repeatElement(request, count: 5).joined()))
    var counts: [Int] = []
    while client.server.hasWork {
      var left = 2
      let answers = client.server.answer(upTo: .max) {
        left -= 1
        return left > 0
      }
      counts.append(Answer.all(in: answers).count)
    }
    #expect(counts == [2, 2, 1])
  }

  @Test("a bad message is answered by its identifier", arguments: Array(3...20) + [200] as [UInt8])
  func malformed(type: UInt8) throws {
    let client = Client(try Client.appliance("a"))
    let isUnknown = type == 19 || type == 20
    #expect(try client.ask(type).status == (isUnknown ? 8 : 5))
    #expect(try client.ask(type, [0xFF, 0xFF, 0xFF, 0xFF, 1]).status == (isUnknown ? 8 : 5))
    #expect(!client.server.isBroken)
  }

  @Test("what there is not is not supported")
  func unsupported() throws {
    let client = Client(try Client.appliance("a"))
    for type in [0, 2, 21, 100, 101, 255] as [UInt8] {
      #expect(try client.ask(type).message == "Operation unsupported")
    }
    #expect(try client.extended("hardlink@openssh.com").status == 8)
    #expect(try client.ask(19, Packet.string("a")).status == 8)
  }

  @Test("random bytes and random fields are survived")
  func random() throws {
    var random = Dice(state: 0x9E37_79B9_7F4A_7C15)
    let quota = Quota(fileSize: 4096, fileCount: 5, totalSize: 8192)
    for _ in 0..<60 {
      let appliance = try Client.appliance("a", "b", quota: quota)
      let client = Client(appliance)
      for _ in 0..<300 {
        let type = random.chance(30) ? UInt8.random(in: 2...255, using: &random) : random.type
        let packet = Packet.request(type, 1, random.fields)
        client.server.receive(packet)
        _ = client.server.answer(upTo: 64)
      }
      #expect(!client.server.isBroken)
      #expect(appliance.usage.size <= quota.totalSize && appliance.usage.count <= quota.fileCount)
      client.server.close()
      #expect(appliance.usage.count == appliance.files.count)
      #expect(appliance.usage.size == appliance.files.reduce(0) { $0 + $1.contents.count })
      let noise = Client(appliance)
      noise.server.receive((0..<999).map { _ in UInt8.random(in: 0...255, using: &random) })
      _ = noise.server.answer(upTo: .max)
    }
  }
}

extension Dice {
  fileprivate mutating func chance(_ oneIn: Int) -> Bool {
    Int.random(in: 0..<oneIn, using: &self) == 0
  }

  fileprivate var type: UInt8 {
    mutating get { ([3, 3, 4, 5, 6, 6] + Array(3...20)).randomElement(using: &self) ?? 3 }
  }

  /// Fields that make sense now and then.
  fileprivate var fields: [UInt8] {
    mutating get {
      (0..<Int.random(in: 0...4, using: &self)).flatMap { _ -> [UInt8] in
        switch Int.random(in: 0..<8, using: &self) {
        case 0, 1: Packet.string([0, 0, 0, UInt8.random(in: 1...9, using: &self)])
        case 2: Packet.string(["a", "b", "c", "/", "..", "x/y"].randomElement(using: &self) ?? "")
        case 3: Packet.uint64(UInt64.random(in: 0...5000, using: &self))
        case 4: Packet.uint64(next())
        case 5: Packet.uint32(UInt32.random(in: 0...63, using: &self))
        case 6: Packet.string([UInt8](repeating: 0x78, count: .random(in: 0...2000, using: &self)))
        default: Packet.attributes(size: UInt64.random(in: 0...5000, using: &self), mode: 0o600)
        }
      }
    }
  }
}
