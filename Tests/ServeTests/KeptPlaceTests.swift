import Foundation
import Glibc
import ProgramSupport
import TestSupport
import Testing

@Suite("Where a class in a state file is served")
struct KeptPlaceTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  /// Serves the class with those options; its ports, and what it says of them.
  private func serve(_ options: String...) throws -> (ports: [Int], address: String, said: String) {
    let server = try ServedLab.start(["--state", "class.mmp"] + options, home: home)
    let table = server.read(until: ServedLab.isWhole)
    server.signal(SIGTERM)
    #expect(server.end() == 0)
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("ssh -p ") }
    let said = try home.read("serve.err").replacing(ServedLab.rootWarning, with: "")
    return (
      rows.compactMap { Int($0.split(separator: " ")[2]) },
      rows.first?.split(whereSeparator: { $0 == "@" || $0 == " " })[4].description ?? "", said
    )
  }

  @Test("the address and the first port stay until others are given, which is said")
  func kept() throws {
    let first = FreePorts.first(of: 8)
    let begun = try serve("--listen", "127.0.0.2", "--port", "\(first)", "--pods", "2")
    #expect(begun.ports == Array(first..<first + 8) && begun.said == "")
    let again = try serve()
    #expect(again.ports == begun.ports && again.address == "127.0.0.2" && again.said == "")
    let more = try serve("--listen", "localhost", "--port", "\(first)", "--pods", "1")
    #expect(more.ports == Array(first..<first + 4) && more.address == "127.0.0.1")
    #expect(
      more.said
        == "mmp: the class is served at 127.0.0.1, no more at 127.0.0.2: "
        + "cards that were printed before lead elsewhere\n")
  }

  @Test("ports that the system chose are taken again where they are free")
  func chosen() throws {
    let begun = try serve("--port", "0")
    #expect(begun.ports.count == 4)
    let again = try serve()
    #expect(again.ports == begun.ports && again.said == "")
    let script =
      "import socket, time; s = socket.create_server(('127.0.0.1', \(begun.ports[1]))); "
      + "print('held', flush=True); time.sleep(60)"
    let held = try Server(
      "/usr/bin/python3", ["-c", script], errors: "\(home.path)/held.err", environment: [:],
      folder: home.path)
    #expect(held.read { $0.contains("held") } == "held\n")
    let moved = try serve("--port", "0")
    #expect(moved.ports[1] != begun.ports[1])
    #expect(moved.said.contains("1 of 4 machines at other ports than before"))
    for other in [0, 2, 3] { #expect(moved.ports[other] == begun.ports[other]) }
  }
}
