import Appliance
import Testing
import Workstation

@testable import PuTTY

/// The captures of workstation.md 1.2 to 1.5, 1.7 and 1.8.
@Suite("psftp: login and scripts")
struct PSFTPLoginTests {
  private let host = "admin@cms1a.pod7.cms.lab"
  private let piped = ["cms1a.pod7.cms.lab", "-l", "admin", "-pw", "c1sco123"]
  private let csrs = ["cms1a.csr", "dbclusterserver.csr", "dbclusterclient.csr"]

  private let question = """
    The server's host key is not cached in the registry. You
    have no guarantee that the server is the computer you
    think it is.
    The server's rsa2 key fingerprint is:
    ssh-rsa 2048 a7:1c:a4:dc:d7:cb:62:dc:0f:ce:06:11:51:05:5b:12
    If you trust this host, enter "y" to add the key to
    PuTTY's cache and carry on connecting.
    If you want to carry on connecting just once, without
    adding the key to the cache, enter "n".
    If you do not trust this host, press Return to abandon the
    connection.
    Store key in cache? (y/n) 
    """

  @Test("the lab's requests are fetched")
  func fetch() throws {
    let bench = try PSFTPBench(remote: csrs)
    #expect(
      bench.type([host], ["c1sco123"] + csrs.map { "get \($0)" } + ["exit"]) == """
        Using username "admin".
        Using keyboard-interactive authentication.
        Please enter password: 
        Remote working directory is /
        psftp> get cms1a.csr
        remote:/cms1a.csr => local:cms1a.csr
        psftp> get dbclusterserver.csr
        remote:/dbclusterserver.csr => local:dbclusterserver.csr
        psftp> get dbclusterclient.csr
        remote:/dbclusterclient.csr => local:dbclusterclient.csr
        psftp> exit

        """)
    #expect(csrs.allSatisfy { bench.read($0) == "\($0)\n" })
    #expect(bench.seat.errorLevel == 0)
  }

  @Test("the lab's certificates are sent")
  func send() throws {
    let names = [
      "cms1a.cer", "dbclusterserver.cer", "dbclusterclient.cer", "cms1a-fullchain.cer",
      "cms1abc.cer", "cmslab-root-ca.cer",
    ]
    let bench = try PSFTPBench(local: names)
    let lines = names.map { "put \($0)" } + ["get cms1a.cer,dbclusterserver.cer", "exit"]
    #expect(
      bench.type([host], ["c1sco123"] + lines) == """
        Using username "admin".
        Using keyboard-interactive authentication.
        Please enter password: 
        Remote working directory is /
        psftp> put cms1a.cer
        local:cms1a.cer => remote:/cms1a.cer
        psftp> put dbclusterserver.cer
        local:dbclusterserver.cer => remote:/dbclusterserver.cer
        psftp> put dbclusterclient.cer
        local:dbclusterclient.cer => remote:/dbclusterclient.cer
        psftp> put cms1a-fullchain.cer
        local:cms1a-fullchain.cer => remote:/cms1a-fullchain.cer
        psftp> put cms1abc.cer
        local:cms1abc.cer => remote:/cms1abc.cer
        psftp> put cmslab-root-ca.cer
        local:cmslab-root-ca.cer => remote:/cmslab-root-ca.cer
        psftp> get cms1a.cer,dbclusterserver.cer
        /cms1a.cer,dbclusterserver.cer: open for read: no such file or directory
        psftp> exit

        """)
    #expect(bench.appliance.files.map(\.name) == names)
  }

  @Test("the lab page's lines, in sessions like the page's")
  func labPage() throws {
    let bench = try PSFTPBench(remote: ["a.csr"], local: ["cms1a.cer"], lines: .labPage)
    #expect(
      bench.type([host], ["c1sco123", "get a.csr", "put cms1a.cer", "exit"]) == """
        Using username "admin".
        Using keyboard-interactive authentication.
        Please enter password: 
        Connected to cms1a.pod7.cms.lab.
        Remote working directory is /
        psftp> get a.csr
        remote:/a.csr => local:a.csr
        psftp> put cms1a.cer
        local:/cms1a.cer => remote:cms1a.cer
        psftp> exit

        """)
    #expect(
      bench.pipe(piped, ["put cms1a.cer "]) == """
        Using username "admin".
        Remote working directory is /
        psftp> local:cms1a.cer => remote:/cms1a.cer
        psftp> quit

        """)
  }

  @Test("without a host")
  func noHost() throws {
    let bench = try PSFTPBench()
    let lines = ["ls", "get x", "open", "open \(host)", "c1sco123", "close", "pwd", "", "lpwd"]
    #expect(
      bench.type([], lines + ["quit"]) == """
        psftp: no hostname specified; use "open host.name" to connect
        psftp> ls
        psftp: not connected to a host; use "open host.name"
        psftp> get x
        psftp: not connected to a host; use "open host.name"
        psftp> open
        open: expects a host name
        psftp> open admin@cms1a.pod7.cms.lab
        Using username "admin".
        Using keyboard-interactive authentication.
        Please enter password: 
        Remote working directory is /
        psftp> close
        psftp> pwd
        psftp: not connected to a host; use "open host.name"
        psftp> 
        psftp> lpwd
        Current local directory is C:\\Users\\admin\\Desktop\\Certificates
        psftp> quit

        """)
  }

  @Test("a first connection asks for trust; y is kept")
  func hostKey() throws {
    let bench = try PSFTPBench(cached: false)
    let welcome = """
      Using username "admin".
      Using keyboard-interactive authentication.
      Please enter password: 
      """
    #expect(bench.type([host], ["y"]) == question + "y\n" + welcome)
    #expect(bench.type([host], []) == welcome)
  }

  @Test("another answer is for once, Return abandons")
  func hostKeyOnce() throws {
    let bench = try PSFTPBench(cached: false)
    _ = bench.type([host], ["n"])
    #expect(bench.workstation.cachedHostKeys.isEmpty)
    #expect(bench.type([host], [""]) == question + "\nConnection abandoned.\n")
    #expect(bench.seat.errorLevel == 1)
    let start = question.split(separator: "\n").prefix(5).joined(separator: "\n")
    #expect(bench.type([host, "-batch"], []) == start + "\nConnection abandoned.\n")
    #expect(bench.session == nil)
  }

  @Test("trap 1: the block pasted while the key is unknown")
  func pastedTooEarly() throws {
    let bench = try PSFTPBench(remote: csrs, cached: false)
    let asked = """
      Using keyboard-interactive authentication.
      Please enter password: 
      """
    #expect(
      bench.type([host], ["c1sco123"] + csrs.map { "get \($0)" } + ["exit"])
        == question + "c1sco123\nUsing username \"admin\".\n" + asked
        + String(repeating: "\nAccess denied\n" + asked, count: 2) + """

          Fatal: Server sent disconnect message
          type 2 (protocol error):
          "Too many authentication failures"
          [not read: exit]
          """)
    #expect(csrs.allSatisfy { bench.read($0) == nil })
  }

  @Test("trap 2: the piped line answers the question")
  func pipedTooEarly() throws {
    let bench = try PSFTPBench(remote: ["cms1b.cer"], cached: false)
    #expect(
      bench.pipe(piped, ["get cms1b.cer "]) == question + """
        Using username "admin".
        Remote working directory is /
        psftp> quit

        """)
    #expect(bench.seat.errorLevel == 0)
    #expect(bench.read("cms1b.cer") == nil)
  }

  @Test("a pipe")
  func pipe() throws {
    let bench = try PSFTPBench(remote: ["cms1b.cer"])
    #expect(
      bench.pipe(piped, ["get cms1b.cer "]) == """
        Using username "admin".
        Remote working directory is /
        psftp> remote:/cms1b.cer => local:cms1b.cer
        psftp> quit

        """)
    #expect(
      bench.pipe(piped, ["get nope.cer "]) == """
        Using username "admin".
        Remote working directory is /
        psftp> /nope.cer: open for read: no such file or directory
        psftp> quit

        """)
    #expect(bench.seat.errorLevel == 0)
  }

  @Test("a pipe with the wrong password")
  func pipeDenied() throws {
    let bench = try PSFTPBench(remote: ["cms1b.cer"])
    #expect(
      bench.pipe(["cms1a.pod7.cms.lab", "-l", "admin", "-pw", "cisco"], ["get cms1b.cer "]) == """
        Using username "admin".
        Access denied
        Using keyboard-interactive authentication.
        Please enter password: 
        Access denied
        Using keyboard-interactive authentication.
        Please enter password: 

        """)
    #expect(bench.seat.errorLevel == 1)
  }

  @Test("two wrong passwords, then the right one")
  func denied() throws {
    #expect(
      try PSFTPBench().type([host], ["a", "b", "c1sco123", "bye"]) == """
        Using username "admin".
        Using keyboard-interactive authentication.
        Please enter password: 
        Access denied
        Using keyboard-interactive authentication.
        Please enter password: 
        Access denied
        Using keyboard-interactive authentication.
        Please enter password: 
        Remote working directory is /
        psftp> bye

        """)
  }

  @Test("without a user")
  func loginAs() throws {
    #expect(
      try PSFTPBench().type(["cms1a.pod7.cms.lab"], ["admin", "c1sco123"]) == """
        login as: admin
        Using keyboard-interactive authentication.
        Please enter password: 
        Remote working directory is /
        psftp> 
        """)
  }

  @Test(
    "what cannot be started",
    arguments: [
      (["admin@nohost"], "ssh_init: Host does not exist\n"),
      (["pc2.cms.lab"], "Fatal: Network error: Connection refused\n"),
      (["-P", "23", "cms1a.pod7.cms.lab"], "Fatal: Network error: Connection refused\n"),
      (
        ["-zz"],
        """
        psftp: unknown option "-zz"
               try typing "psftp -h" for help

        """
      ),
      (
        ["-b"],
        """
        psftp: unknown option "-b"
               try typing "psftp -h" for help

        """
      ),
      (
        ["-pw"],
        """
        psftp: option "-pw" requires an argument
               try typing "psftp -h" for help

        """
      ),
    ])
  func unstartable(arguments: [String], text: String) throws {
    let bench = try PSFTPBench()
    #expect(bench.type(arguments, []) == text)
    #expect(bench.seat.errorLevel == 1)
  }

  // MARK: - Scripts

  @Test("a script stops at the first error")
  func script() throws {
    let bench = try PSFTPBench(remote: ["cms1b.cer"])
    try bench.write("s.txt", "pwd\r\nget nope.cer\r\nget cms1b.cer\r\n")
    #expect(
      bench.type(piped + ["-b", "s.txt"], []) == """
        Using username "admin".
        Remote working directory is /
        Remote directory is /
        /nope.cer: open for read: no such file or directory

        """)
    #expect(bench.seat.errorLevel == 2)
    #expect(
      bench.type(piped + ["-b", "s.txt", "-bc", "-be"], []) == """
        Using username "admin".
        Remote working directory is /
        psftp> pwd
        Remote directory is /
        psftp> get nope.cer
        /nope.cer: open for read: no such file or directory
        psftp> get cms1b.cer
        remote:/cms1b.cer => local:cms1b.cer
        psftp> quit

        """)
    #expect(bench.seat.errorLevel == 0)
  }

  @Test("a script that is not there")
  func noScript() throws {
    let bench = try PSFTPBench()
    #expect(
      bench.type(piped + ["-b", "nob.txt"], []) == """
        Using username "admin".
        Remote working directory is /
        Fatal: unable to open nob.txt

        """)
    #expect(bench.seat.errorLevel == 1)
  }

  @Test("a script waits for the password")
  func scriptAsking() throws {
    let bench = try PSFTPBench(lines: .labPage)
    try bench.write("s.txt", "pwd")
    #expect(
      bench.type([host, "-b", "s.txt"], ["c1sco123"]) == """
        Using username "admin".
        Using keyboard-interactive authentication.
        Please enter password: 
        Remote working directory is /
        Remote directory is /

        """)
    #expect(bench.seat.errorLevel == 0)
  }

  @Test("-v")
  func verbose() throws {
    #expect(
      try PSFTPBench().pipe(piped + ["-v"], ["quit"]) == """
        Connecting to cms1a.pod7.cms.lab port 22
        We claim version: SSH-2.0-PuTTY_Release_0.70
        Server version: SSH-2.0-OpenSSH_8.0
        Using SSH protocol version 2
        Host key fingerprint is:
        ssh-rsa 2048 a7:1c:a4:dc:d7:cb:62:dc:0f:ce:06:11:51:05:5b:12
        Initialised AES-256 SDCTR client->server encryption
        Initialised AES-256 SDCTR server->client encryption
        Using username "admin".
        Attempting keyboard-interactive authentication
        Access granted
        Opening session as main channel
        Opened main channel
        Started a shell/command
        Connected to cms1a.pod7.cms.lab
        Remote working directory is /
        psftp> Sent EOF message
        Disconnected: All channels closed

        """)
  }
}
