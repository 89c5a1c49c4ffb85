import Appliance
import Journal
import SFTP

/// The SFTP server. The first byte says how the rest is cut into pieces; what looks like no packet
/// at all is also tried as the inside of packets, which lengths chosen at random seldom are.
func fuzzSFTP(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = UnsafeRawBufferPointer(UnsafeBufferPointer(start: bytes, count: count))
  guard let cut = input.first else { return 0 }
  feed(input.dropFirst(), pieces: Int(cut & 0x7F) + 1, isFramed: cut & 0x80 != 0)
  return 0
}

private func feed(_ input: Slice<UnsafeRawBufferPointer>, pieces size: Int, isFramed: Bool) {
  let appliance = fuzzedAppliance()
  try? appliance.store(FileStore.File(name: "a", contents: Array("contents".utf8)))
  let account = Account(name: "admin", password: "")
  let server = SFTPServer(
    files: RemoteFiles(
      for: Pass(account: account, source: .console, machine: appliance).visit(.sftp)))
  if isFramed { server.receive([0, 0, 0, 5, 1, 0, 0, 0, 3]) }
  var rest = input
  while !rest.isEmpty, !server.isBroken {
    let piece = Array(rest.prefix(size))
    rest = rest.dropFirst(size)
    if isFramed { server.receive([0, 0, 0, UInt8(clamping: piece.count)]) }
    server.receive(piece)
    while server.hasWork { _ = server.answer(upTo: 1 << 16) }
  }
  server.close()
  precondition(appliance.files.allSatisfy { FileName.isValid($0.name) })
}
