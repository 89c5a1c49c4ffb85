@testable import Appliance
import Journal
import PKI
import Testing

@Suite("Accounts")
struct AccountTests {
  private let appliance = Appliance(
    hostname: "cms1a",
    accounts: [
      Account(name: "admin", password: "c1sco123"),
      Account(name: "carol", password: "", role: .crypto),
      Account(name: "José", password: "pässword", role: .audit),
      Account(name: "erin", password: "browse", role: .appadmin),
    ], now: { 0 })

  @Test(
    "name and password count byte by byte",
    arguments: [
      ("admin", "c1sco123", true), ("admin", "C1sco123", false), ("admin", "c1sco12", false),
      ("admin", "c1sco1234", false), ("admin", "", false), ("admin", "c1sco123\0", false),
      ("Admin", "c1sco123", false), ("root", "c1sco123", false), ("", "", false),
      ("carol", "", true), ("carol", "\0", false), ("José", "pässword", true),
      ("Jose\u{301}", "pässword", false), ("José", "pa\u{308}ssword", false),
      ("erin", "browse", true), ("erin", "c1sco123", false),
    ])
  func password(user: String, password: String, isKnown: Bool) {
    let account = appliance.accounts.matching(user: user, password: password)
    #expect(account?.name == (isKnown ? user : nil))
  }

  @Test("accounts by name")
  func names() {
    #expect(appliance.account(named: "carol")?.role == .crypto)
    #expect(appliance.account(named: "Carol") == nil)
    #expect(appliance.account(named: "Jose\u{301}") == nil)
  }

  @Test("who may log in, and what is done with files")
  func roles() {
    #expect(Role.allCases.filter(\.mayLogIn) == [.admin, .crypto, .audit])
    #expect(Role.allCases.map(\.fileAccess) == [.full, .full, .readOnly, .none, .none])
  }

  @Test("<user>.pub is the key of a user there is")
  func keys() throws {
    let blob = "AAAAC3NzaC1lZDI1NTE5AAAAIFzv8Gp7Gdk2D8TT2ppMbV3nGsZfY3cDnGLGGEHRvX0j"
    let key = Array("ssh-ed25519 \(blob) carol@pc1\n".utf8)
    try appliance.store(
      FileStore.File(name: "carol.pub", contents: key),
      FileStore.File(name: "nobody.pub", contents: key),
      FileStore.File(name: "erin.pub", contents: Array("a key\n".utf8)))
    #expect(appliance.authorizedKey(of: "carol") == SSHPublicKey(text: key))
    #expect(appliance.authorizedKey(of: "carol") != nil)
    for user in ["nobody", "erin", "admin", "Carol", ""] {
      #expect(appliance.authorizedKey(of: user) == nil)
    }
  }

  @Test("files by role")
  func files() throws {
    try appliance.store(FileStore.File(name: "a.key", contents: [1]))
    for role in Role.allCases {
      let files = UserFiles(
        for: Pass(
          account: Account(name: "a", password: "", role: role), source: .console,
          machine: appliance
        ).visit(.sftp))
      let isOpen = role.fileAccess == .full
      #expect(files.all.map(\.name) == (isOpen ? ["a.key"] : []))
      #expect(files.file(named: "a.key")?.contents == (isOpen ? [1] : nil))
      #expect(files.mayChange("a.key") == isOpen)
    }
  }

  @Test("only admin writes the key that lets somebody else in")
  func loginKeys() {
    let accounts = [("admin", Role.admin), ("carol", .crypto), ("dora", .crypto)]
      .map { Account(name: $0, password: "", role: $1) }
    let appliance = Appliance(hostname: "cms1a", accounts: accounts, now: { 0 })
    let names = ["admin.pub", "carol.pub", "dora.pub", "nobody.pub", "carol.key"]
    let allowed = accounts.map { account in
      names.filter(
        UserFiles(
          for: Pass(account: account, source: .console, machine: appliance).visit(.sftp)
        ).mayChange)
    }
    #expect(
      allowed == [
        names, ["carol.pub", "nobody.pub", "carol.key"], ["dora.pub", "nobody.pub", "carol.key"],
      ])
  }
}
