import Console
import Testing

@testable import Workstation

@Suite("copy")
struct CopyTests {
  private static let files = [
    "file1": "AAA\r\n", "file2": "BBBBBB\r\n", "file3": "CCCCCCCCC\r\n",
    "eof1": "AAA\r\n\u{1A}", "eof2": "BBBBBB\r\n\u{1A}", "eof3": "CCCCCCCCC\r\n\u{1A}",
    "early": "ab\u{1A}cd",
  ]

  @Test(
    "the sizes of the evidence",
    arguments: [
      ("copy file1 out", 5), ("copy /b file1 out", 5), ("copy /a file1 out", 6),
      ("copy file1 out /a", 5), ("copy /a file1+file2 out", 14), ("copy /b file1+file2 out", 13),
      ("copy file1+file2 out", 14), ("copy file1 + file2 out", 14), ("copy file1+ file2 out", 14),
      ("copy file1 +file2 out", 14), ("copy file1 + file2 + file3 out", 25),
      ("copy eof1 /b out /b", 6), ("copy eof1 /a out /b", 5), ("copy /a eof1 out", 6),
      ("copy eof1+eof2+eof3 out", 25), ("copy /a eof1+eof2+eof3 out", 25),
      ("copy /b eof1 + eof2 + eof3 out", 27), ("copy eof1 /b + eof2 /a + eof3 /b out", 26),
      ("copy eof1 /b + eof2 /a + eof3 /b out /a", 27),
      ("copy eof1 /a + eof2 /b + eof3 /a out", 26),
      ("copy eof1 /a + eof2 /b + eof3 /a out /b", 25),
      ("copy /b eof1 + eof2 + eof3 out /a", 28), ("copy /b eof1 + eof3 out /a", 19),
      ("copy /b eof1 out /a", 6), ("copy /b eof1* out /a", 7),
      ("copy file1 + file2 out /b", 13), ("copy/b file1+file2 out", 13),
      ("COPY file1/b+file2/b out/b", 13), ("copy early+early out", 5), ("copy early out", 5),
      ("copy /a early out", 3), ("copy file* out", 25), ("copy nul out", 0),
      (#"copy "file1"+"file2" "out""#, 14), ("copy file1.+file2. out", 14),
      ("copy file1+missing+file2 out", 14),
    ])
  func sizes(line: String, size: Int) throws {
    let window = try TestWindow(files: Self.files)
    let shown = window.type(line)
    #expect(window.bytes("out")?.count == size, "\(line)")
    #expect(shown.hasSuffix("        1 file(s) copied.\n"), "\(line)")
    #expect(window.seat.errorLevel == 0)
  }

  @Test("joined bytes: each source up to its first Ctrl-Z, one Ctrl-Z at the end")
  func bytes() throws {
    let window = try TestWindow(files: Self.files)
    let shown = window.type("copy early + eof1 + file1 out")
    #expect(shown == "early\neof1\nfile1\n        1 file(s) copied.\n")
    #expect(window.text("out") == "abAAA\r\nAAA\r\n\u{1A}")
  }

  @Test(
    "the target among the sources",
    arguments: [("file1", 24), ("file2", 16), ("file3", 13)])
  func targetIsSource(target: String, size: Int) throws {
    let window = try TestWindow(files: Self.files)
    window.type("copy /y /b file1+file2+file3 \(target)")
    #expect(window.bytes(target)?.count == size)
  }

  @Test("without a destination the first name counts")
  func noDestination() throws {
    let window = try TestWindow(files: Self.files)
    #expect(window.type("copy /b file1+file2") == "file1\nfile2\n        1 file(s) copied.\n")
    #expect(window.bytes("file1")?.count == 13)
    window.type("md sub", "cd sub")
    #expect(window.type(#"copy ..\file2"#) == "        1 file(s) copied.\n")
    #expect(window.bytes("file2")?.count == 8)
    window.type(#"copy ..\file3+..\file2"#)
    #expect(window.bytes("file3")?.count == 20)
  }

  @Test("into a folder, by pattern, and by a mask")
  func folders() throws {
    let window = try TestWindow(files: Self.files)
    window.type("md dir1")
    #expect(window.type("copy file1 dir1") == "        1 file(s) copied.\n")
    #expect(
      window.type(#"copy /y file? dir1\"#) == "file1\nfile2\nfile3\n        3 file(s) copied.\n")
    #expect(window.names(in: TestWindow.folder.appending("dir1")) == ["file1", "file2", "file3"])
    #expect(
      window.type("copy eof? *.bak") == "eof1\neof2\neof3\n        3 file(s) copied.\n")
    #expect(window.bytes("eof2.bak")?.count == 9)
    #expect(
      window.type("copy dir1 dir2.txt")
        == "dir1\\file1\ndir1\\file2\ndir1\\file3\n        1 file(s) copied.\n")
    #expect(window.bytes("dir2.txt")?.count == 25)
  }

  @Test(
    "refusals",
    arguments: [
      ("copy", "The syntax of the command is incorrect.\n"),
      ("copy + file1 out", "The syntax of the command is incorrect.\n"),
      ("copy file1 +", "The syntax of the command is incorrect.\n"),
      ("copy file1 + + file2 out", "The syntax of the command is incorrect.\n"),
      ("copy file1 file2 file3", "The syntax of the command is incorrect.\n"),
      ("copy file1 file2 + file3", "The syntax of the command is incorrect.\n"),
      (#"copy "" out"#, "The syntax of the command is incorrect.\n"),
      ("copy /h file1 out", "Invalid switch - \"h\".\n"),
      (
        "copy nofile out", "The system cannot find the file specified.\n        0 file(s) copied.\n"
      ),
      (
        "copy no* out",
        "no*\nThe system cannot find the file specified.\n        0 file(s) copied.\n"
      ),
      (
        "copy nofile+file1 out",
        "nofile\nThe system cannot find the file specified.\n        0 file(s) copied.\n"
      ),
      ("copy file1 file1", "The file cannot be copied onto itself.\n        0 file(s) copied.\n"),
      ("copy file1 FILE1", "The file cannot be copied onto itself.\n        0 file(s) copied.\n"),
      ("copy file1", "The file cannot be copied onto itself.\n        0 file(s) copied.\n"),
      (
        #"copy file1 no\out"#,
        "The system cannot find the path specified.\n        0 file(s) copied.\n"
      ),
      (
        #"copy file1 no\"#,
        "The system cannot find the path specified.\n        0 file(s) copied.\n"
      ),
      (
        "copy file1 a:b",
        "The system cannot find the drive specified.\n        0 file(s) copied.\n"
      ),
      (
        #"copy file1 "a|b""#,
        "The filename, directory name, or volume label syntax is incorrect.\n"
          + "        0 file(s) copied.\n"
      ),
    ])
  func refusals(line: String, answer: String) throws {
    let window = try TestWindow(files: Self.files)
    #expect(window.type(line) == answer, "\(line)")
    #expect(window.seat.errorLevel == 1)
    #expect(window.names().count == Self.files.count)
  }

  @Test("an existing target asks; the next line answers, and nonsense is asked again")
  func overwriting() throws {
    let window = try TestWindow(files: ["a": "a", "b": "b", "c": "c"])
    #expect(
      window.show("copy a + b c", "certreq -submit", "n", "copy a c", "y")
        == """

        \(TestWindow.path)>copy a + b c
        a
        Overwrite c? (Yes/No/All): certreq -submit
        Overwrite c? (Yes/No/All): n
                0 file(s) copied.

        \(TestWindow.path)>copy a c
        Overwrite c? (Yes/No/All): y
                1 file(s) copied.

        \(TestWindow.path)>
        """)
    #expect(window.text("c") == "a")
    #expect(window.type("copy a + b c", "Yes") == "a\nb\n        1 file(s) copied.\n")
    #expect(window.text("c") == "ab\u{1A}")
    #expect(window.type("copy /y a + b c") == "a\nb\n        1 file(s) copied.\n")
  }

  @Test("All answers for the files that follow too")
  func all() throws {
    let window = try TestWindow(files: ["a.x": "1", "b.x": "2", "a.y": "", "b.y": ""])
    #expect(window.type("copy *.x *.y") == "a.x\n")
    #expect(window.session.prompt.text == "Overwrite a.y? (Yes/No/All): ")
    #expect(window.type("All") == "b.x\n        2 file(s) copied.\n")
    #expect(window.type("copy *.x *.y", "n") == "a.x\nb.x\n")
    #expect(window.type("y") == "        1 file(s) copied.\n")
  }

  @Test("joining a file with itself stays inside the drive's limit")
  func explosion() throws {
    let window = try TestWindow()
    let million = [UInt8](repeating: 0x41, count: 1 << 20)
    try window.workstation.drive.write(million, to: TestWindow.folder.appending("a"))
    let line = "copy /b a" + String(repeating: "+a", count: 100) + " b"
    #expect(
      window.type(line).hasSuffix(
        "There is not enough space on the disk.\n        0 file(s) copied.\n"))
    #expect(window.bytes("b") == nil)
    for _ in 0..<10 { window.type("copy /b /y a+a a") }
    #expect((window.bytes("a")?.count ?? 0) <= 64 << 20)
  }

  @Test("COPYCMD presets /Y; what is typed counts more")
  func preset() throws {
    let window = try TestWindow(files: ["a.txt": "a", "b.txt": "b"])
    #expect(window.type("set COPYCMD=/Y", "copy a.txt b.txt") == "        1 file(s) copied.\n")
    #expect(window.text("b.txt") == "a")
    #expect(window.type("copy /-y a.txt b.txt", "n").hasSuffix("        0 file(s) copied.\n"))
    window.type("set copycmd=/-y /z")
    #expect(window.type("copy a.txt b.txt", "n").hasSuffix("        0 file(s) copied.\n"))
    #expect(window.type("copy a.txt b.txt /y") == "        1 file(s) copied.\n")
    window.type("set COPYCMD= /y ")
    #expect(window.type("copy a.txt b.txt") == "        1 file(s) copied.\n")
    window.type("set COPYCMD=")
    #expect(window.type("copy a.txt b.txt", "n").hasSuffix("        0 file(s) copied.\n"))
  }
}
