import TestSupport
import Testing

@testable import Control

@Suite("Messages between processes")
struct FrameTests {
  @Test("messages that arrive byte by byte are what was sent")
  func byteByByte() throws {
    let frames = [
      Frame(.output, Array("cms1a> ".utf8)), Frame(.endOfInput), Frame(.input, [0xFF, 0, 0x0A]),
      Ending(status: 75, "no").frame,
    ]
    var bytes: [UInt8] = []
    for frame in frames { frame.append(to: &bytes) }
    var reader = FrameReader()
    var read: [Frame] = []
    for byte in bytes {
      reader.append([byte])
      while let frame = try reader.next() { read.append(frame) }
    }
    #expect(read == frames)
    #expect(!reader.isWithinFrame)
  }

  @Test("a message that claims to be too long is refused before it is waited for")
  func tooLong() throws {
    var reader = FrameReader()
    reader.append([0, 0x10, 0, 1, 2])
    #expect(throws: ControlError.malformed) { try reader.next() }
    reader = FrameReader()
    reader.append([0, 0x10, 0, 0, 2])
    #expect(try reader.next() == nil)
    #expect(reader.isWithinFrame)
  }

  @Test("what is longer than a message becomes several")
  func pieces() {
    let bytes = [UInt8](repeating: 7, count: Frame.limit * 2 + 1)
    let pieces = Frame.pieces(.output, bytes)
    #expect(pieces.map(\.bytes.count) == [Frame.limit, Frame.limit, 1])
    #expect(Frame.pieces(.output, []).isEmpty)
  }

  @Test("requests keep their words", arguments: [["status"], ["say", "7", "", "ä\0b"]])
  func request(words: [String]) throws {
    #expect(try Request(Request(words).frame).words == words)
  }

  @Test(
    "requests that nobody sends are refused",
    arguments: [
      [], [1], [1, 0], [1, 0, 0, 0], [1, 0, 0, 0, 2, 65], [1, 0xFF, 0xFF, 0xFF, 0xFF],
      [1, 0, 0, 0, 1, 0xC3], [1, 0, 0, 0, 1, 65, 0],
    ] as [[UInt8]])
  func malformed(bytes: [UInt8]) {
    #expect(throws: ControlError.malformed) { try Request(Frame(.request, bytes)) }
  }

  @Test("another kind of message is no request, and another version is called so")
  func otherForms() {
    #expect(throws: ControlError.malformed) { try Request(Frame(.input, [1, 0, 0, 0, 0])) }
    #expect(throws: ControlError.otherVersion) { try Request(Frame(.request, [2])) }
  }

  @Test("sizes and ends keep what they say")
  func sizes() throws {
    let size = WindowSize(columns: 80, rows: 24)
    #expect(try WindowSize(size.frame) == size)
    #expect(WindowSize(columns: 70_000, rows: -1) == WindowSize(columns: 0, rows: 0))
    #expect(throws: ControlError.malformed) { try WindowSize(Frame(.size, [1, 2, 3])) }
    #expect(try Ending(Ending(status: 69, "é").frame) == Ending(status: 69, "é"))
    #expect(throws: ControlError.malformed) { try Ending(Frame(.ending)) }
  }

  @Test("random bytes are messages, not yet messages, or refused")
  func randomBytes() {
    var dice = Dice(state: 1)
    for _ in 0..<2_000 {
      var reader = FrameReader()
      var count = 0
      do throws(ControlError) {
        for _ in 0..<8 {
          // Small lengths, so that messages come about too.
          let small = Bool.random(using: &dice)
          let piece = (0..<Int.random(in: 0...40, using: &dice)).map { _ in
            UInt8.random(in: 0...(small ? 1 : 255), using: &dice)
          }
          reader.append(piece)
          count += piece.count
          while let frame = try reader.next() {
            count -= frame.bytes.count + Frame.headSize
            #expect(count >= 0)
            _ = try? Request(frame)
            _ = try? Ending(frame)
            _ = try? WindowSize(frame)
          }
        }
      } catch {
        #expect(error == .malformed)
      }
    }
  }
}
