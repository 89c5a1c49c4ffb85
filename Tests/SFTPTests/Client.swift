import Appliance
import Journal
import SFTP
import Time

/// A client of a server in the same thread: builds requests, reads answers.
final class Client {
  /// 23 November 2026, 09:30.
  static let now: UnixTime = 1_795_426_200

  let server: SFTPServer
  private var lastID: UInt32 = 0

  init(
    _ appliance: Appliance, role: Role = .admin, isInitialised: Bool = true,
    hasMemory: @escaping @Sendable () -> Bool = { true }
  ) {
    let account = Account(name: "admin", password: "", role: role)
    server = SFTPServer(
      files: RemoteFiles(
        for: Pass(account: account, source: .console, machine: appliance).visit(.sftp),
        hasMemory: hasMemory))
    if isInitialised { _ = exchange(Packet.initialise) }
  }

  /// An appliance with files that hold their names.
  static func appliance(_ names: String..., quota: Quota = Quota()) throws -> Appliance {
    let appliance = Appliance(hostname: "cms1a", quota: quota, now: { now })
    try appliance.store(names.map { FileStore.File(name: $0, contents: Array($0.utf8)) })
    return appliance
  }

  /// All answers to bytes.
  func exchange(_ bytes: [UInt8]) -> [Answer] {
    server.receive(bytes)
    return Answer.all(in: server.answer(upTo: .max))
  }

  /// The answer to one request.
  func ask(_ type: UInt8, _ fields: [UInt8]...) throws -> Answer {
    lastID += 1
    let answers = exchange(Packet.request(type, lastID, fields.flatMap(\.self)))
    guard answers.count == 1, let answer = answers.first, answer.id == lastID else {
      throw Surprise.answers(answers)
    }
    return answer
  }

  enum Surprise: Error {
    case answers([Answer])
    case answer(Answer)
  }

  // MARK: - Requests

  func open(
    _ path: String, _ flags: UInt32, _ attributes: [UInt8] = Packet.attributes()
  ) throws -> Answer {
    try ask(3, Packet.string(path), Packet.uint32(flags), attributes)
  }

  func handle(
    _ path: String, _ flags: UInt32, _ attributes: [UInt8] = Packet.attributes()
  ) throws -> [UInt8] {
    let answer = try open(path, flags, attributes)
    guard case .handle(_, let handle) = answer else { throw Surprise.answer(answer) }
    return handle
  }

  func close(_ handle: [UInt8]) throws -> Answer { try ask(4, Packet.string(handle)) }

  func read(_ handle: [UInt8], at offset: UInt64, _ count: UInt32) throws -> Answer {
    try ask(5, Packet.string(handle), Packet.uint64(offset), Packet.uint32(count))
  }

  func write(_ handle: [UInt8], at offset: UInt64, _ data: [UInt8]) throws -> Answer {
    try ask(6, Packet.string(handle), Packet.uint64(offset), Packet.string(data))
  }

  func write(_ handle: [UInt8], at offset: UInt64 = 0, _ text: String) throws -> Answer {
    try write(handle, at: offset, Array(text.utf8))
  }

  func fstat(_ handle: [UInt8]) throws -> Answer { try ask(8, Packet.string(handle)) }

  func setstat(_ path: String, _ attributes: [UInt8]) throws -> Answer {
    try ask(9, Packet.string(path), attributes)
  }

  func fsetstat(_ handle: [UInt8], _ attributes: [UInt8]) throws -> Answer {
    try ask(10, Packet.string(handle), attributes)
  }

  func remove(_ path: String) throws -> Answer { try ask(13, Packet.string(path)) }

  func stat(_ path: String) throws -> Answer { try ask(17, Packet.string(path)) }

  func rename(_ old: String, _ new: String) throws -> Answer {
    try ask(18, Packet.string(old), Packet.string(new))
  }

  func extended(_ name: String, _ fields: [UInt8]...) throws -> Answer {
    try ask(200, Packet.string(name), fields.flatMap(\.self))
  }

  /// The whole of a file, as its reader sees it.
  func contents(_ path: String) throws -> String {
    let handle = try handle(path, 1)
    defer { _ = try? close(handle) }
    let answer = try read(handle, at: 0, .max)
    guard case .data(_, let data) = answer else { throw Surprise.answer(answer) }
    return String(decoding: data, as: UTF8.self)
  }

  /// All entries of a directory, batch by batch.
  func list(_ path: String) throws -> [[Answer.Name]] {
    let answer = try ask(11, Packet.string(path))
    guard case .handle(_, let handle) = answer else { throw Surprise.answer(answer) }
    var batches: [[Answer.Name]] = []
    while case .names(_, let names) = try ask(12, Packet.string(handle)) { batches.append(names) }
    _ = try close(handle)
    return batches
  }
}
