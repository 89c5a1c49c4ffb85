import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("mmp class handout")
struct HandoutCommandTests {
  private func handout(_ home: TemporaryFolder, _ options: String...) throws -> Program.Result {
    try Program.run(["class", "handout", "--state", "class.mmp"] + options, folder: home.path)
  }

  /// Serves a class of two; it is ready when this returns.
  private func serve(_ home: TemporaryFolder, _ options: String...) throws -> Server {
    // Not by another program: it is to be killed.
    let server = try Server(
      Program.path,
      ["serve", "--state", "class.mmp", "--port", "0", "--pods", "2", "--ready", "-"] + options,
      errors: "\(home.path)/serve.err", environment: ["HOME": home.path], folder: home.path)
    _ = server.read { $0.hasSuffix("\n") }
    return server
  }

  /// The columns of the cards' table, by name, a pod each.
  private func table(_ home: TemporaryFolder) throws -> [[String: String]] {
    let lines = try handout(home, "--format", "csv").output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  @Test("what is on a card lets in, while it is served and after the server was killed")
  func cards() throws {
    let home = try TemporaryFolder()
    try home.write("r.csv", "pod,id,first_name,last_name,password\n2,b2,Bo,Öz,\n1,a1,,=Lee,own\n")
    let server = try serve(home, "--roster", "r.csv", "--passwords", "random")
    let cards = try table(home)
    #expect(cards.map { $0["pod"] } == ["1", "2"] && cards.map { $0["id"] } == ["a1", "b2"])
    #expect(cards[0]["last_name"] == "'=Lee" && cards[1]["last_name"] == "Öz")
    #expect(cards[0]["password"] == "own" && cards[1]["password"]?.count == 15)
    try home.write("known", try handout(home, "--known-hosts").output)
    for card in cards {
      for host in ["cms1a", "cms1b", "cms1c"] {
        let words = try #require(card["\(host)_ssh"]?.split(separator: " ").map(String.init))
        let result = try HostProgram.run(
          "/usr/bin/timeout",
          ["\(Patience.seconds)", "sshpass", "-p", card["password"] ?? ""] + words + [
            "-F", "none", "-o", "UserKnownHostsFile=\(home.path)/known", "-o",
            "StrictHostKeyChecking=yes", "-o", "GlobalKnownHostsFile=none", "hostname",
          ])
        #expect(result.output == "\(host)\n", "\(result.errors)")
      }
    }
    server.signal(SIGKILL)
    _ = server.end()
    #expect(try table(home) == cards)

    // Another start: the same names and passwords, and the ports that were chosen.
    let again = try serve(home)
    let later = try table(home)
    for column in ["id", "last_name", "first_name", "password", "cms1a_fingerprint", "cms1a_port"] {
      #expect(later.map { $0[column] } == cards.map { $0[column] })
    }
    again.signal(SIGTERM)
    #expect(again.end() == 0)
  }

  @Test("the lab's password stands on cards as well, and the address that is asked for")
  func lab() throws {
    let home = try TemporaryFolder()
    let server = try serve(home, "--listen", "0.0.0.0")
    let text = try handout(home, "--address", "lab.example")
    #expect(text.output.contains("Password: c1sco123\n"))
    #expect(text.output.contains(" admin@lab.example\n") && text.errors == "" && text.status == 0)
    let unasked = try handout(home, "--format", "html")
    #expect(unasked.output.hasPrefix("<!DOCTYPE html>") && unasked.errors.contains("see --address"))
    #expect(!unasked.output.contains("0.0.0.0"))
    server.signal(SIGTERM)
    #expect(server.end() == 0)
  }

  @Test("what is no class is said")
  func refused() throws {
    let home = try TemporaryFolder()
    let missing = try handout(home)
    #expect(missing.errors == "mmp: class.mmp is not there\n" && missing.status == 66)
    try home.write("class.mmp", "pod,id\n")
    let other = try handout(home)
    #expect(other.errors == "mmp: class.mmp is no state file of mmp\n" && other.status == 66)
    #expect(try handout(home, "--format", "pdf").status == 64)
    #expect(try handout(home, "--address", "a b").status == 64)
    #expect(try handout(home, "--address", "-x").status == 64)
    #expect(try Program.run("class", "handout").status == 64)
  }
}
