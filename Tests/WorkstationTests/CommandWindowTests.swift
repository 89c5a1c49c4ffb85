import Console
import Foundation
import Ledger
import Testing

@testable import Workstation

@Suite("Command window")
struct CommandWindowTests {
  private static let unknown =
    " is not recognized as an internal or external command,\noperable program or batch file.\n"

  @Test("an empty line stands before every prompt")
  func prompt() throws {
    let window = try TestWindow()
    #expect(
      window.show("", "cd ..", "foo")
        == "\n\(TestWindow.path)>\n\n\(TestWindow.path)>cd ..\n\n"
        + "C:\\Users\\admin\\Desktop>foo\n'foo'\(Self.unknown)\nC:\\Users\\admin\\Desktop>")
  }

  @Test(
    "answers",
    arguments: [
      ("", ""), ("   ", ""), ("foo", "'foo'\(unknown)"), ("FOO.exe /x", "'FOO.exe'\(unknown)"),
      ("pki list", "'pki'\(unknown)"), ("cd", TestWindow.path + "\n"),
      ("  Cd  ", TestWindow.path + "\n"),
      ("echo hello  world ", "hello  world \n"), ("echo.", "\n"), ("echo", "ECHO is on.\n"),
      ("ECHO.a", "a\n"), ("@echo a", "a\n"), ("echo a & echo b", "a \nb\n"),
      ("echo a&&echo b", "a\nb\n"), ("foo 2>nul || echo b", "b\n"),
      ("echo a || echo b && echo c", "a \n"), ("foo 2>nul && echo b", ""),
      ("echo %UserProfile%\\x", "C:\\Users\\admin\\x\n"), ("echo %nope% 100%", "%nope% 100%\n"),
      ("echo %cd%", TestWindow.path + "\n"), ("echo %username%", "admin\n"),
      ("echo a ^& b ^| c ^^", "a & b | c ^\n"), ("echo \"a & b\"", "\"a & b\"\n"),
      ("foo 2>nul & echo %errorlevel%", "0\n"), ("echo a>nul", ""), ("rem a | b", ""),
      (":label", ""), ("type a.txt", "one\r\ntwo"), ("type \"a.txt\"", "one\r\ntwo"),
      ("type nofile", "The system cannot find the file specified.\n"),
      ("type", "The syntax of the command is incorrect.\n"), ("type nul", ""),
      ("type sub", "Access is denied.\n"),
      (
        "type a.txt nofile",
        "\na.txt\n\n\none\r\ntwoThe system cannot find the file specified.\n"
          + "Error occurred while processing: nofile.\n"
      ),
      ("| foo", "| was unexpected at this time.\n"),
      ("foo |", "The syntax of the command is incorrect.\n"),
      ("echo a >", "The syntax of the command is incorrect.\n"),
      ("echo a > > b", "> was unexpected at this time.\n"),
      ("& a", "& was unexpected at this time.\n"), ("&&", "&& was unexpected at this time.\n"),
      ("echo a > no\\b", "The system cannot find the path specified.\n"),
      ("echo a > sub", "Access is denied.\n"),
      ("type < nofile", "The system cannot find the file specified.\n"),
      ("del nofile", "Could Not Find \(TestWindow.path)\\nofile\n"),
      ("del *.key", "Could Not Find \(TestWindow.path)\\*.key\n"),
      ("del", "The syntax of the command is incorrect.\n"),
      ("del /z a.txt", "Invalid switch - \"z\".\n"),
      ("ren a.txt", "The syntax of the command is incorrect.\n"),
      ("ren a.txt b.txt", "A duplicate file name exists, or the file\ncannot be found.\n"),
      ("ren nofile c", "The system cannot find the file specified.\n"),
      ("ren a.txt sub\\c", "The syntax of the command is incorrect.\n"),
      ("ren a.txt c?|", "The syntax of the command is incorrect.\n"),
      ("ren a.txt con", "The filename, directory name, or volume label syntax is incorrect.\n"),
      ("cd nofolder", "The system cannot find the path specified.\n"),
      ("cd a.txt", "The directory name is invalid.\n"),
      ("cd d:\\", "The system cannot find the drive specified.\n"),
      ("d:", "The system cannot find the drive specified.\n"), ("c:", ""),
      ("cd \\\\server\\share", "The network path was not found.\n"),
      ("md sub", "A subdirectory or file sub already exists.\n"),
      ("rd a.txt", "The directory name is invalid.\n"), ("cls", ""), ("a.txt", ""),
      ("ver", "\nMicrosoft Windows [Version 10.0.17763.1821]\n"),
      ("echo a | more", "a \n".replacing("\n", with: "\r\n")), ("more a.txt", "one\r\ntwo"),
      ("set user", "USERNAME=admin\nUSERPROFILE=C:\\Users\\admin\n"),
      ("rd .", "The process cannot access the file because it is being used by another process.\n"),
      ("del no\\x", "The system cannot find the path specified.\n"),
      ("set nope", "Environment variable nope not defined\n"),
    ])
  func answers(line: String, answer: String) throws {
    let window = try TestWindow(files: ["a.txt": "one\r\ntwo", "b.txt": ""])
    window.type("md sub")
    #expect(window.type(line) == answer, "\(line)")
  }

  @Test(
    "cd",
    arguments: [
      ("cd ..", #"C:\Users\admin\Desktop"#), ("cd..", #"C:\Users\admin\Desktop"#),
      ("cd\\", #"C:\"#), ("CHDIR /D %userprofile%\\desktop", #"C:\Users\admin\Desktop"#),
      ("cd \"%USERPROFILE%\"", #"C:\Users\admin"#), ("cd /", #"C:\"#), ("cd .", TestWindow.path),
      ("cd %userprofile%\\Desktop\\Certificates", TestWindow.path),
      ("cd ../..", #"C:\Users\admin"#), ("cd c:\\users", #"C:\Users"#),
      ("cd ....", TestWindow.path), ("cd .. | echo a", TestWindow.path),
    ])
  func folders(line: String, folder: String) throws {
    let window = try TestWindow()
    window.type(line)
    #expect(window.seat.folder.description == folder, "\(line)")
  }

  @Test("redirections write CR LF and keep the blank before the sign")
  func redirections() throws {
    let window = try TestWindow(files: ["crlf": "x\r\ny\n"])
    #expect(window.type("echo foo > f", "echo bar>>f", "echo 7 7>g") == "7 \n")
    #expect(window.text("f") == "foo \r\nbar\r\n")
    window.type("type crlf > raw", "foo 2> errors", "echo 2>n")
    #expect(window.text("raw") == "x\r\ny\n")
    #expect(window.text("errors")?.hasPrefix("'foo' is not recognized") == true)
    #expect(window.type("foo > both 2>&1") == "")
    #expect(window.text("both")?.hasSuffix("batch file.\r\n") == true)
    window.type("copy nofile x > log 2>&1")
    #expect(
      window.text("log")
        == "The system cannot find the file specified.\r\n        0 file(s) copied.\r\n")
    #expect(window.type("copy nofile x 2>&1").hasPrefix("The system"))
    window.type("dir /b > list")
    #expect(window.text("list")?.contains("list\r\n") == true)
    window.type("type f > f")
    #expect(window.text("f") == "")
  }

  @Test("all files are deleted only after a question")
  func deleteAll() throws {
    let window = try TestWindow(files: ["a.txt": "", "b.cer": "", "c.cer": ""])
    #expect(window.type("del *.cer") == "")
    #expect(window.names() == ["a.txt"])
    window.type("del *.*")
    #expect(window.session.prompt.text == "\(TestWindow.path)\\*, Are you sure (Y/N)? ")
    window.type("maybe")
    #expect(window.session.prompt.text == "\(TestWindow.path)\\*, Are you sure (Y/N)? ")
    window.type("n")
    #expect(window.names() == ["a.txt"])
    #expect(
      window.type("echo y | erase *")
        == "\(TestWindow.path)\\*, Are you sure (Y/N)? ")
    #expect(window.names().isEmpty)
  }

  @Test("names behind a question wait for its answer")
  func deleteMore() throws {
    let window = try TestWindow(files: ["a": "", "b": "", "c": ""])
    window.type("md sub", "echo x> sub\\d")
    #expect(window.type("del sub a * nofile", "y") == "")
    #expect(window.names() == ["b", "c", "sub"])
    #expect(window.type("n") == "Could Not Find \(TestWindow.path)\\nofile\n")
    #expect(window.session.prompt.text == window.window.prompt.text)
    #expect(window.type("dir /b sub") == "File Not Found\n")
  }

  @Test("thousands of files")
  func thousands() throws {
    let window = try TestWindow()
    for number in 0..<3_000 { try window.write("x", to: "file\(number).cer") }
    window.type("md sub")
    #expect(window.type("copy *.cer sub").hasSuffix("        3000 file(s) copied.\n"))
    #expect(window.type("dir *.cer").contains("           3,000 File(s)"))
    #expect(window.type("copy /b *.cer all.crt").hasSuffix("        1 file(s) copied.\n"))
    #expect(window.bytes("all.crt")?.count == 3_000)
    #expect(window.type("del *.cer") == "" && window.names() == ["all.crt", "sub"])
  }

  @Test("renaming by pattern, and in case only")
  func rename() throws {
    let window = try TestWindow(files: ["a.cer": "", "b.cer": ""])
    #expect(window.type("ren *.cer *.crt", "REN a.crt A.CRT") == "")
    #expect(window.names() == ["A.CRT", "b.crt"])
  }

  @Test("a caret at the end asks for more")
  func more() throws {
    let window = try TestWindow()
    #expect(
      window.show("echo a^", "b")
        == "\n\(TestWindow.path)>echo a^\nMore? b\nab\n\n\(TestWindow.path)>")
  }

  @Test("variables, echo off, exit")
  func state() throws {
    let window = try TestWindow()
    #expect(window.type("set pod=7", "echo cms1a.pod%POD%.cms.lab") == "cms1a.pod7.cms.lab\n")
    window.type("echo off")
    #expect(window.session.prompt.text == "" && window.type("echo") == "ECHO is off.\n")
    window.type("echo on", "ex^", "it")
    #expect(window.session.hasEnded)
  }

  @Test("Tab finishes file names")
  func completion() throws {
    let window = try TestWindow(files: ["cms1a.cer": "", "cms1a.csr": "", "two words": ""])
    #expect(window.window.completion(of: "type cms1a.cs") == "r")
    #expect(window.window.completion(of: "copy CMS") == "1a.cer")
    #expect(window.window.completion(of: "copy a+cms") == "1a.cer")
    #expect(window.window.completion(of: "type \"tw") == "o words")
    #expect(window.window.completion(of: "cms") == "")
    #expect(window.window.completion(of: #"type C:\Us"#) == "ers")
    #expect(window.window.completion(of: #"cd %userprofile%\"#) == "Desktop")
    #expect(window.window.completion(of: #"cd %userprofile%\desk"#) == "top")
    #expect(window.window.completion(of: #"cd "%UserProfile%\Desktop\Cert"#) == "ificates")
    #expect(window.window.completion(of: #"type %cd%\cms1a.cs"#) == "r")
    #expect(window.window.completion(of: #"cd %nothing%\"#) == "")
    #expect(window.window.completion(of: "dir /") == "")
  }

  @Test("hostile lines")
  func hostile() throws {
    let window = try TestWindow(files: ["a": ""])
    #expect(window.type(String(repeating: "a", count: 1 << 20)) == "The input line is too long.\n")
    #expect(
      window.type("echo " + String(repeating: "%cd%", count: 500))
        == "The input line is too long.\n")
    for line in [
      "\0\0", "\u{1B}[2J", "copy \u{7}+\u{1} \u{2}", "dir \"", "\"", "^", "%", "%%", "<", ">>",
      "2>&",
      String(repeating: "*?", count: 4000), "dir " + String(repeating: "*?", count: 4000),
      String(repeating: "a|", count: 4000) + "a", String(repeating: "(", count: 8000),
      "copy " + String(repeating: "a+", count: 4000) + "a b",
      "md " + String(repeating: "a\\", count: 4000),
      "type " + String(repeating: "..\\", count: 2600),
      "cd " + String(repeating: "é", count: 8000), "ren a " + String(repeating: "?", count: 8000),
    ] {
      window.type(line, "n")
    }
    #expect(window.type("echo alive") == "alive\n")
  }
}
