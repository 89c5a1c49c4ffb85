import Classroom
import Gateway
import Testing

@Suite("The table of a class")
struct EndpointTableTests {
  /// The lines, with the fingerprints as dots.
  private func lines(_ test: TestClassroom, address: String, hosts: HostsPort?) throws -> [String] {
    let served = try test.served()
    var table = EndpointTable(served, address: address)
    table.hostsPort = hosts
    return table.text.replacing(served[0].hostKey.fingerprint, with: "...")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("rows behind a sign that shells skip, then a command for each")
  func commands() throws {
    #expect(
      try lines(TestClassroom(), address: "0.0.0.0", hosts: nil) == [
        "# name   pod  host   port  user   fingerprint", "# cms1a  7    cms1a  2201  admin  ...",
        "# cms1b  7    cms1b  2202  admin  ...", "# cms1c  7    cms1c  2203  admin  ...",
        "# pc1    7    pc1    2204  admin  ...",
        "ssh -p 2201 admin@127.0.0.1  # pod 7, cms1a",
        "ssh -p 2202 admin@127.0.0.1  # pod 7, cms1b",
        "ssh -p 2203 admin@127.0.0.1  # pod 7, cms1c",
        "ssh -p 2204 admin@127.0.0.1  # pod 7, pc1", "",
      ])
  }

  @Test("a name that several pods have is nobody's short name, nor in a hosts file")
  func names() throws {
    let table = try lines(TestClassroom(pods: 2), address: "127.0.0.1", hosts: .standard)
    #expect(table[1].hasPrefix("# cms1a.pod1.cms.lab ") && table[5].hasPrefix("# cms1a.pod2.cms"))
    #expect(table[5].contains("  2    cms1a  2205  "))
    #expect(table[9] == "127.0.1.11 cms1a.pod1.cms.lab")
    #expect(table[13] == "127.0.1.15 cms1a.pod2.cms.lab")
  }

  @Test("hosts' lines say the port where it is not 22")
  func ownPorts() throws {
    let table = try lines(TestClassroom(), address: "127.0.0.1", hosts: .own)
    #expect(table[5] == "127.0.1.11 cms1a.pod7.cms.lab cms1a  # ssh -p 2201")
  }

  @Test("passwords that are to be told stand behind each line", arguments: [nil, HostsPort.own])
  func passwords(hosts: HostsPort?) throws {
    let served = try TestClassroom(pods: 2).served()
    var table = EndpointTable(served, address: "127.0.0.1")
    table.hostsPort = hosts
    table.passwords = [1: "bak-nor", 2: "tiv-dum"]
    let lines = table.text.split(separator: "\n").dropFirst(9)
    #expect(lines.prefix(4).allSatisfy { $0.hasSuffix(", password bak-nor") })
    #expect(lines.dropFirst(4).allSatisfy { $0.hasSuffix(", password tiv-dum") })
    #expect(lines.allSatisfy { $0.contains("  # ") } && lines.count == 8)
  }

  @Test("the line for a key of all is skipped by shells and hosts files too")
  func sharedKey() throws {
    let key = try #require(HostKeyPair())
    #expect(
      EndpointTable.line(ofShared: key)
        == "# RSA host key of all, for old clients: \(key.fingerprint)\n")
  }

  @Test("a class without an admin has a command for the first of its users")
  func users() throws {
    let lab = try TestClassroom(
      yaml: "accounts: {admin: {password: a, role: api}, zoe: b, carol: c}")
    let table = try lines(lab, address: "127.0.0.1", hosts: nil)
    #expect(table[1] == "# cms1a  7    cms1a  2201  carol,zoe  ...")
    #expect(table[4] == "# pc1    7    pc1    2204  carol,zoe  ...")
    #expect(table[5] == "ssh -p 2201 carol@127.0.0.1  # pod 7, cms1a")
  }
}
