import Testing

@testable import Lab

/// What the reader of worlds refuses, with place, path and sentence.
@Suite("Refusals")
struct RefusalTests {
  /// Each stands behind `purpose: x` in a file of its own.
  private static let worlds: [(yaml: String, message: String)] = [
    (
      "world:\n  applianses: {}",
      "3:3: world.applianses: unknown key; did you mean `appliances`?"
    ),
    ("pod: 7\naccuonts: {}", "3:1: accuonts: unknown key"),
    ("world: {}\npod: 7", "3:1: pod: unknown key"),
    ("lessons: []", "2:1: lessons: unknown key; there is title, purpose, world, page, fault"),
    ("page: finished", "2:7: page: `finished` is not possible here; there is untouched, done"),
    ("page: dome", "2:7: page: `dome` is not possible here; did you mean `done`?"),
    (
      "world: {authority: {age: 9223372036854775807}}",
      "2:26: world.authority.age: 0 to 20000 is possible here, not 9223372036854775807"
    ),
    (
      "world: {authority: {age: 99999999999999999999}}",
      "world.authority.age: 0 to 20000 is possible here, not 99999999999999999999"
    ),
    ("world: {authority: {years: 0}}", "world.authority.years: 1 to 100 is possible"),
    ("world: {authority: {days: -1}}", "world.authority.days: 1 to 36500 is possible"),
    ("world: {authority: {tiers: 3}}", "world.authority.tiers: 1 to 2 is possible here, not 3"),
    ("world: {authority: {tiers: many}}", "tiers: a whole number belongs here, not a text"),
    ("world: {authority: {tiers: 1.5}}", "tiers: a whole number belongs here, in decimal digits"),
    ("world: {authority: {tiers: 0x1}}", "tiers: a whole number belongs here, in decimal digits"),
    ("world: {authority: {tiers: \"1\"}}", "tiers: a whole number belongs here, not a text"),
    ("world: {authority: {nextRequest: 0}}", "nextRequest: 1 to 1000000 is possible"),
    ("world: {authority: {host: a_b}}", "world.authority.host: `a_b` is no host name"),
    ("world: {authority: {name: 'a\\b'}}", "name: `a\\b` is no name of an authority"),
    ("world: {authority: {accounts: {CMS\\cert: ''}}}", "CMS\\cert: this is no password"),
    ("world: {pod: 0}", "world.pod: 1 to 9999 is possible here, not 0"),
    ("world: {pod: }", "world.pod: a whole number belongs here, not nothing"),
    ("world: []", "2:8: world: a mapping belongs here"),
    ("world: {workstation: }", "world.workstation: a mapping belongs here, not nothing"),
    (
      "world: {workstation: {knowsHosts: yes}}",
      "knowsHosts: true or false belongs here, not a text"
    ),
    (
      "world: {workstation: {knowsHosts: True}}",
      "knowsHosts: true or false belongs here: write true, without quotes"
    ),
    (
      "world: {workstation: {knowsHosts: 'false'}}",
      "knowsHosts: true or false belongs here: write false, without quotes"
    ),
    (
      "world: {workstation: {address: 10.0.0.256}}",
      "address: `10.0.0.256` is no IPv4 address"
    ),
    ("world: {workstation: {folder: 'a:b'}}", "folder: `a:b` is no folder on Windows"),
    ("world: {workstation: {user: con}}", "user: `con` is no name of a file or user on Windows"),
    ("world: {webServer: {folder: ../a}}", "folder: `../a` is no folder of a web server"),
    ("world: {webServer: {names: [10.0.0.1.2]}}", "names[0]: `10.0.0.1.2` is neither a host name"),
    (
      "world: {webServer: {names: [cms1b]}}",
      "2:8: world.appliances.cms1b.names[2]: `cms1b` is a name of webServer too (pod7.yaml:66:56 has"
    ),
    (
      "world: {webServer: {names: [cms1b]},\n  appliances: {cms1b: {files: []}}}",
      "3:23: world.appliances.cms1b.names[2]: `cms1b` is a name of webServer too"
    ),
    (
      "page: done\nworld: {workstation: {files: []}}",
      "3:30: world.workstation.files: cms1a.cer is missing, which world.appliances.cms1a.files[6].pc1"
    ),
    ("world: {appliances: {pc1: {names: [a], files: []}}}", "`pc1` is PC1's own name"),
    ("world: {appliances: {a: {names: [], files: []}}}", "names: an appliance has one name at"),
    (
      "world: {appliances: {cms1a: {files: [{file: log, text: x}]}}}",
      "2:38: world.appliances.cms1a.files[0]: log is a file that appliances write themselves"
    ),
    ("world: {identities: {root: {cn: x}}}", "2:22: world.identities.root: `root` has a key that"),
    ("world: {accounts: {../eve: x}}", "2:20: world.accounts.../eve: `../eve` is no user name"),
    ("world: {accounts: {eve: ''}}", "2:25: world.accounts.eve: this is no password"),
    (
      "world: {accounts: {eve: {password: ''}}}", "world.accounts.eve.password: this is no password"
    ),
    ("world: {accounts: {eve: 12345}}", "eve: a text belongs here, not a number: put it in quotes"),
    ("world: {accounts: {eve: true}}", "eve: a text belongs here, not true or false"),
    ("world: {accounts: {eve: ~}}", "eve: a text belongs here, not nothing"),
    (
      "world: {accounts: {eve: {password: x, role: boss}}}",
      "world.accounts.eve.role: `boss` is not possible here; there is admin, crypto"
    ),
    ("world: {accounts: {eve: {role: api}}}", "world.accounts.eve.password: this key is missing"),
    ("world: {appliances: {a_b: {names: [a], files: []}}}", "`a_b` is no host name"),
    (
      "world: {appliances: {cms1d: {files: []}}}",
      "world.appliances.cms1d.names: this key is missing"
    ),
    (
      "world: {identities: {cms1a: {san: ['a b']}}}",
      "identities.cms1a.san[0]: `a b` is no alternative name"
    ),
    ("world: {identities: {new: {cn: ''}}}", "identities.new.cn: `` is no common name"),
    ("world: {identities: {'a b': {cn: x}}}", "`a b` is no name"),
  ]

  /// Each is one of PC1's files.
  private static let files: [(yaml: String, message: String)] = [
    ("{key: cms1a}", "world.workstation.files[0].file: this key is missing"),
    ("{file: a.cer}", "2:31: world.workstation.files[0]: nothing says what it holds"),
    ("{file: a, key: cms1a, csr: cms1a}", "the file holds a key already"),
    (
      "{file: a, key: cms1}",
      "files[0].key: `cms1` is no identity and no ready key; did you mean `cms1a`?"
    ),
    ("{file: a, csr: spare}", "files[0].csr: `spare` is no identity"),
    ("{file: a, certificate: nobody}", "files[0].certificate: `nobody` is no identity"),
    ("{file: a, certificate: cms1a, with: nobody}", "with: `nobody` is no identity"),
    (
      "{file: a, certificate: cms1a, issuer: issuing}",
      "issuer: `issuing` is no authority of this world; there is root, other"
    ),
    ("{file: a, authority: rot}", "authority: `rot` is no authority of this world; did you mean"),
    ("{file: a, certificate: cms1a, from: 36501}", "from: -36500 to 36500 is possible"),
    ("{file: a, certificate: cms1a, days: 0}", "days: 1 to 36500 is possible here, not 0"),
    (
      "{file: a, certificate: cms1a, form: dre}",
      "form: `dre` is not possible here; did you mean `der`?"
    ),
    (
      "{file: a, key: cms1a, form: der}",
      "form: this belongs to a file with certificate or authority or text, not key"
    ),
    (
      "{file: a, key: cms1a, from: 1}",
      "from: this belongs to a file with certificate or response or authority, not key"
    ),
    (
      "{file: a, authority: chain, days: 1}",
      "days: this belongs to one certificate, not to a chain of them"
    ),
    ("{file: a, text: x, password: x}", "password: this belongs to a file with key, not text"),
    ("{file: a, join: [a]}", "join[0]: `a` is joined itself and cannot be joined"),
    ("{file: a, join: [b]}", "files[0].join[0]: `b` is no file of this place"),
    ("{file: 'a?', text: x}", "file: `a?` is no name of a file or user on Windows"),
    ("{file: a, text: x}, {file: A, text: y}", "files[1]: there are two files of this name"),
    ("{file: a, text: x, endsLine: no}", "endsLine: true or false belongs here, not a text"),
  ]

  private func message(_ yaml: String) throws -> String {
    do {
      let scenario = try Scenario(name: "bad.yaml", source: Array(yaml.utf8))
      _ = try WorldDescription(scenario: scenario)
    } catch {
      return "\(error)"
    }
    Issue.record("\(yaml) was accepted")
    return ""
  }

  @Test("worlds", arguments: worlds)
  func world(yaml: String, expected: String) throws {
    let message = try message("purpose: x\n\(yaml)\n")
    #expect(message.hasPrefix("bad.yaml:2:") || message.hasPrefix("bad.yaml:3:"))
    #expect(message.contains(expected))
  }

  @Test("files", arguments: files)
  func file(yaml: String, expected: String) throws {
    let message = try message("purpose: x\nworld: {workstation: {files: [\(yaml)]}}\n")
    #expect(message.hasPrefix("bad.yaml:2:"))
    #expect(message.contains(expected))
  }

  @Test(
    "scenarios without what they need",
    arguments: [
      ("", "bad.yaml:1:1: the file holds nothing"), ("x", "1:1: a mapping belongs here"),
      ("title: x", "bad.yaml:1:1: purpose: this key is missing"),
      ("purpos: x", "bad.yaml:1:1: purpos: unknown key; did you mean `purpose`?"),
      ("purpose: ''", "bad.yaml:1:10: purpose: this is empty"),
    ])
  func scenario(yaml: String, expected: String) throws {
    #expect(try message(yaml).contains(expected))
  }

  @Test("a few lines cannot make more files than there is memory for")
  func largestWorld() throws {
    let text = String(repeating: "x", count: 1 << 16)
    let joins = (0..<256).map { number in
      number == 0
        ? "{file: a, text: \(text)}"
        : "{file: b\(number), join: [\(String(repeating: "a, ", count: 16))]}"
    }
    let source = "purpose: x\nworld: {webServer: {files: [\(joins.joined(separator: ",\n"))]}}\n"
    let scenario = try Scenario(name: "bad.yaml", source: Array(source.utf8))
    #expect {
      _ = try World(scenario: scenario, now: { 1_795_426_063 })
    } throws: { error in
      "\(error)".contains("bad.yaml:")
        && "\(error)".hasSuffix("the world's files have more than 64 MiB with it")
    }
  }
}
