import Testing
import Workstation

@testable import PuTTY

@Suite("ssh and plink")
struct PSFTPConsoleTests {
  @Test("a console and back")
  func console() throws {
    let bench = try PSFTPBench(remote: ["a.cer"])
    #expect(
      bench.type(["admin@cms1a.pod7.cms.lab"], ["c1sco123", "hostname", "exit"], in: .ssh) == """
        Please enter password: 
        cms1a> hostname
        cms1a
        cms1a> exit
        Connection to cms1a.pod7.cms.lab closed.

        """)
    #expect(bench.seat.errorLevel == 0)
  }

  @Test("one command")
  func command() throws {
    let bench = try PSFTPBench(remote: ["a.cer"])
    #expect(
      bench.type(["-l", "admin", "cms1a.pod7.cms.lab", "hostname"], ["c1sco123"], in: .ssh) == """
        Please enter password: 
        cms1a

        """)
    let plink = ["cms1a.pod7.cms.lab", "-l", "admin", "-pw", "c1sco123", "hostname"]
    #expect(bench.type(plink, [], in: .plink) == "Using username \"admin\".\ncms1a\n")
  }

  @Test("three passwords")
  func denied() throws {
    let bench = try PSFTPBench()
    #expect(
      bench.type(["cms1a.pod7.cms.lab"], ["a", "b", "c"], in: .ssh) == """
        Please enter password: 
        Please enter password: 
        Please enter password: 
        admin@cms1a.pod7.cms.lab: Permission denied (publickey,password,keyboard-interactive).

        """)
    #expect(bench.seat.errorLevel == 255)
  }

  @Test(
    "what cannot be reached",
    arguments: [
      (["x"], "ssh: Could not resolve hostname x: No such host is known. \n"),
      (["pc2.cms.lab"], "ssh: connect to host pc2.cms.lab port 22: Connection refused\n"),
      (
        ["-p", "23", "cms1a.pod7.cms.lab"],
        "ssh: connect to host cms1a.pod7.cms.lab port 23: Connection refused\n"
      ),
      (
        ["-z"],
        """
        unknown option -- z
        usage: ssh [-v] [-l login_name] [-p port] destination [command]

        """
      ),
      ([], "usage: ssh [-v] [-l login_name] [-p port] destination [command]\n"),
    ])
  func unreachable(arguments: [String], text: String) throws {
    let bench = try PSFTPBench()
    #expect(bench.type(arguments, [], in: .ssh) == text)
    #expect(bench.seat.errorLevel == 255)
    #expect(bench.session == nil)
  }

  @Test("plink's own console, from a pipe")
  func plink() throws {
    let bench = try PSFTPBench()
    #expect(
      bench.pipe(
        ["-pw", "c1sco123", "admin@cms1a.pod7.cms.lab"], ["hostname"], in: .plink) == """
          Using username "admin".
          cms1a> cms1a
          cms1a> 
          """)
    #expect(
      bench.type(["x"], [], in: .plink) == "Unable to open connection:\nHost does not exist\n")
  }
}
