import Appliance
import Ledger
import Console
import Testing
import Workstation

@testable import PuTTY

/// The captures of workstation.md 1.3, 1.6 and 1.9, as far as a server without directories can
/// answer them, and what the appliance refuses.
@Suite("psftp: commands")
struct PSFTPCommandTests {
  private let csrs = ["cms1a.csr", "dbclusterserver.csr", "dbclusterclient.csr"]

  /// What a connected psftp shows for lines, prompt and welcome left out.
  private func run(_ bench: PSFTPBench, _ lines: String...) -> String {
    let text = bench.type(
      ["-pw", "c1sco123", "admin@cms1a.pod7.cms.lab"], lines)
    let welcome = """
      Using username "admin".
      Remote working directory is /

      """
    #expect(text.hasPrefix(welcome) && text.hasSuffix("psftp> "))
    return String(text.dropFirst(welcome.count).dropLast("psftp> ".count))
  }

  @Test("a whole first session")
  func first() throws {
    let bench = try PSFTPBench(remote: csrs)
    #expect(
      run(
        bench, "pwd", "get cms1a.csr", "get nofile.csr", "put cms1a.csr", "put nolocal.cer",
        "frob", "del nofile", "lpwd", "get", "put", "open foo") == """
          psftp> pwd
          Remote directory is /
          psftp> get cms1a.csr
          remote:/cms1a.csr => local:cms1a.csr
          psftp> get nofile.csr
          /nofile.csr: open for read: no such file or directory
          psftp> put cms1a.csr
          local:cms1a.csr => remote:/cms1a.csr
          psftp> put nolocal.cer
          local: unable to open nolocal.cer
          psftp> frob
          psftp: unknown command "frob"
          psftp> del nofile
          rm /nofile: no such file or directory
          psftp> lpwd
          Current local directory is C:\\Users\\admin\\Desktop\\Certificates
          psftp> get
          get: expects a filename
          psftp> put
          put: expects a filename
          psftp> open foo
          psftp: already connected

          """)
  }

  @Test("file commands")
  func files() throws {
    let bench = try PSFTPBench(remote: csrs)
    #expect(
      run(
        bench, "mget *.csr", "mget nope*", "mput *.csr", "put cms1a.csr renamed.csr",
        "mv renamed.csr r2.csr", "rm r2.csr", "get \"cms1a.csr\" other.csr", "GET cms1a.csr",
        "get -x a") == """
          psftp> mget *.csr
          remote:/cms1a.csr => local:cms1a.csr
          remote:/dbclusterclient.csr => local:dbclusterclient.csr
          remote:/dbclusterserver.csr => local:dbclusterserver.csr
          psftp> mget nope*
          nope*: nothing matched
          psftp> mput *.csr
          local:cms1a.csr => remote:/cms1a.csr
          local:dbclusterclient.csr => remote:/dbclusterclient.csr
          local:dbclusterserver.csr => remote:/dbclusterserver.csr
          psftp> put cms1a.csr renamed.csr
          local:cms1a.csr => remote:/renamed.csr
          psftp> mv renamed.csr r2.csr
          /renamed.csr -> /r2.csr
          psftp> rm r2.csr
          rm /r2.csr: OK
          psftp> get "cms1a.csr" other.csr
          remote:/cms1a.csr => local:other.csr
          psftp> GET cms1a.csr
          psftp: unknown command "GET"
          psftp> get -x a
          get: unrecognised option '-x'

          """)
    #expect(bench.read("other.csr") == "cms1a.csr\n")
  }

  @Test("help, local folders, permissions, comments")
  func others() throws {
    let bench = try PSFTPBench(remote: csrs)
    #expect(
      run(
        bench, "help frob", "!cd", "lcd nodir", "lcd ..", "chmod 600 cms1a.csr",
        "chmod 600 cms1a.csr", "get cms1a.csr,dbclusterserver.csr", "# comment", "lcd") == """
          psftp> help frob
          help: frob: command not found
          psftp> !cd
          C:\\Users\\admin\\Desktop\\Certificates
          psftp> lcd nodir
          lcd: unable to change directory: The system cannot find the file specified.
          psftp> lcd ..
          New local directory is C:\\Users\\admin\\Desktop
          psftp> chmod 600 cms1a.csr
          /cms1a.csr: 0644 -> 0600
          psftp> chmod 600 cms1a.csr
          psftp> get cms1a.csr,dbclusterserver.csr
          /cms1a.csr,dbclusterserver.csr: open for read: no such file or directory
          psftp> # comment
          psftp> lcd
          lcd: expects a local directory name

          """)
    #expect(bench.seat.folder.name == "Certificates")
  }

  @Test("listings and directories")
  func listings() throws {
    let bench = try PSFTPBench(remote: ["cms1a.csr"])
    try bench.appliance.store(
      FileStore.File(
        name: "dbclusterserver.csr", contents: [UInt8](repeating: 0x61, count: 36),
        modified: 1_795_425_360),
      FileStore.File(name: "cms.lic", contents: [], modified: 1_700_000_000, mode: 0o600))
    #expect(
      run(
        bench, "ls", "ls *.csr", "dir *.zzz", "ls nodir", "ls cms.lic", "cd nodir", "cd ..", "cd",
        "mkdir q", "mkdir cms.lic", "rmdir sub", "get . x", "get .", "mv cms1a.csr cms.lic",
        "mv nofile y", "mv cms1a.csr a:b", "mv * x", "put /*/x") == """
          psftp> ls
          Listing directory /
          drwxr-xr-x    2 root     root         4096 Nov 23 09:30 .
          drwxr-xr-x    2 root     root         4096 Nov 23 09:30 ..
          -rw-------    1 root     root            0 Nov 14  2023 cms.lic
          -rw-r--r--    1 root     root           10 Nov 23 09:30 cms1a.csr
          -rw-r--r--    1 root     root           36 Nov 23 09:16 dbclusterserver.csr
          psftp> ls *.csr
          Listing directory /
          -rw-r--r--    1 root     root           10 Nov 23 09:30 cms1a.csr
          -rw-r--r--    1 root     root           36 Nov 23 09:16 dbclusterserver.csr
          psftp> dir *.zzz
          Listing directory /
          psftp> ls nodir
          Listing directory /nodir
          Unable to open nodir: no such file or directory
          psftp> ls cms.lic
          Listing directory /cms.lic
          Unable to open cms.lic: no such file or directory
          psftp> cd nodir
          Directory /nodir: no such file or directory
          psftp> cd ..
          Remote directory is now /
          psftp> cd
          Remote directory is now /
          psftp> mkdir q
          mkdir /q: permission denied
          psftp> mkdir cms.lic
          mkdir /cms.lic: failure
          psftp> rmdir sub
          rmdir /sub: no such file or directory
          psftp> get . x
          remote:/ => local:x
          error while reading: failure
          psftp> get .
          local: unable to open .
          psftp> mv cms1a.csr cms.lic
          mv /cms1a.csr /cms.lic: failure
          psftp> mv nofile y
          mv /nofile /y: no such file or directory
          psftp> mv cms1a.csr a:b
          mv /cms1a.csr /a:b: permission denied
          psftp> mv * x
          mv: multiple or wildcard arguments require the destination to be a directory
          psftp> put /*/x
          local: unable to open /*/x

          """)
  }

  @Test("what the appliance refuses to store")
  func refused() throws {
    let bench = try PSFTPBench(
      remote: ["a"], local: ["cms1a.cer"],
      quota: Quota(fileSize: 20, fileCount: 2, totalSize: 20))
    try bench.write("big", String(repeating: "x", count: 21))
    #expect(
      run(
        bench, "put cms1a.cer \"root ca.cer\"", "put cms1a.cer sub/x", "put cms1a.cer /",
        "put C:\\Users\\admin\\Desktop\\Certificates\\cms1a.cer", "put big a", "put big b",
        "put D:\\x") == """
          psftp> put cms1a.cer "root ca.cer"
          /root ca.cer: open for write: permission denied
          psftp> put cms1a.cer sub/x
          /sub/x: open for write: no such file or directory
          psftp> put cms1a.cer /
          /: open for write: failure
          psftp> put C:\\Users\\admin\\Desktop\\Certificates\\cms1a.cer
          local:C:\\Users\\admin\\Desktop\\Certificates\\cms1a.cer => remote:/cms1a.cer
          psftp> put big a
          local:big => remote:/a
          error while writing: failure
          psftp> put big b
          local:big => remote:/b
          error while writing: failure
          psftp> put D:\\x
          local: unable to open D:\\x

          """)
    #expect(bench.appliance.files.map(\.name) == ["a", "cms1a.cer"])
    #expect(bench.appliance.contents(of: "a") == Array("a\n".utf8))
  }

  @Test("transfers are continued, folders transferred")
  func continued() throws {
    let bench = try PSFTPBench(remote: ["cms1a.csr"], local: ["b"])
    try bench.write("cms1a.csr", "cms")
    try bench.write("long", "cms1a.csr\nmore")
    #expect(
      run(
        bench, "reget cms1a.csr", "reget cms1a.csr none", "reput long cms1a.csr", "reput b",
        "get -r .", "get -r / new", "put -r . up", "lcd ..", "put -r Certificates /") == """
          psftp> reget cms1a.csr
          reget: restarting at file position 3
          remote:/cms1a.csr => local:cms1a.csr
          psftp> reget cms1a.csr none
          local: unable to open none
          psftp> reput long cms1a.csr
          reput: restarting at file position 10
          local:long => remote:/cms1a.csr
          psftp> reput b
          /b: open for write: no such file or directory
          psftp> get -r .
          remote://cms1a.csr => local:.\\cms1a.csr
          psftp> get -r / new
          new: Cannot create directory
          psftp> put -r . up
          /up: create directory: permission denied
          psftp> lcd ..
          New local directory is C:\\Users\\admin\\Desktop
          psftp> put -r Certificates /
          local:Certificates\\b => remote://b
          local:Certificates\\cms1a.csr => remote://cms1a.csr
          local:Certificates\\long => remote://long

          """)
    #expect(bench.read("cms1a.csr") == "cms1a.csr\nmore")
    #expect(bench.appliance.files.map(\.name) == ["cms1a.csr", "b", "long"])
  }

  @Test("help")
  func help() throws {
    #expect(
      run(try PSFTPBench(), "help", "help get rm", "help !") == """
        psftp> help
        !      run a local command
        bye    finish your SFTP session
        cd     change your remote working directory
        chmod  change file permissions and modes
        close  finish your SFTP session but do not quit PSFTP
        del    delete files on the remote server
        dir    list remote files
        exit   finish your SFTP session
        get    download a file from the server to your local machine
        help   give help
        lcd    change local working directory
        lpwd   print local working directory
        ls     list remote files
        mget   download multiple files at once
        mkdir  create directories on the remote server
        mput   upload multiple files at once
        mv     move or rename file(s) on the remote server
        open   connect to a host
        put    upload a file from your local machine to the server
        pwd    print your remote working directory
        quit   finish your SFTP session
        reget  continue downloading files
        ren    move or rename file(s) on the remote server
        reput  continue uploading files
        rm     delete files on the remote server
        rmdir  remove directories on the remote server
        psftp> help get rm
        get [ -r ] [ -- ] <filename> [ <local-filename> ]
          Downloads a file on the server and stores it locally under
          the same name, or under a different one if you supply the
          argument <local-filename>.
          If -r specified, recursively fetch a directory.
        rm <filename-or-wildcard> [ <filename-or-wildcard>... ]
          Delete a file or files from the server.
        psftp> help !
        !<command>
          Runs a local command. For example, "!del myfile".

        """)
  }

  @Test("permissions in letters")
  func modes() throws {
    let bench = try PSFTPBench(remote: ["a"])
    #expect(
      run(
        bench, "chmod go-r a", "chmod u=rwx,+t a", "chmod 9 a", "chmod +r a", "chmod u a",
        "chmod z+r a", "chmod u+z a", "chmod o+s a", "chmod 1234567 a", "chmod 600", "chmod 1 /",
        "chmod 1 b", "chmod 0644 *")
          == """
          psftp> chmod go-r a
          /a: 0644 -> 0600
          psftp> chmod u=rwx,+t a
          /a: 0600 -> 1700
          psftp> chmod 9 a
          chmod: numeric file modes should contain digits 0-7 only
          psftp> chmod +r a
          chmod: file mode '+r' contains no user/group/other specifier and permissions other than 't' 
          psftp> chmod u a
          chmod: file mode 'u' is incomplete
          psftp> chmod z+r a
          chmod: file mode 'z+r' contains unrecognised user/group/other specifier 'z'
          psftp> chmod u+z a
          chmod: file mode 'u+z' contains unrecognised permission specifier 'z'
          psftp> chmod o+s a
          chmod: file mode 'o+s': set[ug]id bit should be used with exactly one of u or g only
          psftp> chmod 1234567 a
          /a: 1700 -> 4567
          psftp> chmod 600
          chmod: expects a mode specifier and a filename
          psftp> chmod 1 /
          set attrs for /: permission denied
          psftp> chmod 1 b
          get attrs for b: no such file or directory
          psftp> chmod 0644 *
          /a: 4567 -> 0644

          """.replacing("get attrs for b", with: "get attrs for /b"))
  }

  @Test(
    "wildcards",
    arguments: [
      ("*", "a.csr", true), ("*.csr", "a.csr", true), ("*.csr", "a.csrx", false),
      ("a?c", "abc", true), ("a?c", "ac", false), ("[a-c]*", "b", true), ("[^a-c]*", "b", false),
      ("[]]", "]", true), ("\\*", "*", true), ("\\*", "a", false), ("*a*b*", "xxaxxbxx", true),
      ("*a*b", "xxaxxbxx", false), ("", "", true), ("**", "", true), ("[", "", false),
    ])
  func wildcards(wildcard: String, name: String, matches: Bool) {
    #expect(RemoteWildcard(wildcard).matches(name) == matches)
  }

  @Test(
    "quotation",
    arguments: [
      ("a  \"b c\"\td", ["a", "b c", "d"]), ("x\"\"y", ["x\"y"]), ("\"\"\"", ["\""]),
      ("\"open", ["open"]), ("\"a\"\"b\"", ["a\"b"]), ("  #x y", []),
      (" !dir  *.cer", ["!", "dir  *.cer"]),
      ("", []), ("get a\u{0}b", ["get", "a"]),
    ])
  func quotation(line: String, words: [String]) {
    #expect(PSFTPWords(line).words == words)
  }

  @Test("no line does harm")
  func hostile() throws {
    let bench = try PSFTPBench(remote: csrs)
    let lines = [
      "*", "[", "\\", "\"", "a/", "../..", "\u{301}", "a\r\nb", "-", "--", "//", "?", "\u{FFFD}",
      "c:", "c:\\", "\\\\x\\y", "*.*", "99999999999999999999", "-r -- *",
    ]
    for name in commands + [""] {
      for line in lines { _ = run(bench, "\(name) \(line)", "\(name) \(line) \(line)") }
    }
  }

  @Test("long lines are answered")
  func long() throws {
    let bench = try PSFTPBench(remote: csrs)
    let lines = [
      String(repeating: "*a", count: 50_000), String(repeating: "/", count: 100_000),
      String(repeating: "x ", count: 50_000),
    ]
    for (index, name) in commands.enumerated() {
      _ = run(bench, "\(name) \(lines[index % lines.count])")
    }
    for line in lines { _ = run(bench, line) }
  }

  private var commands: [String] {
    PSFTPCommand.all.map(\.name).filter { !["bye", "exit", "quit", "close"].contains($0) }
  }
}
