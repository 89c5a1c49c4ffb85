import Testing

@testable import Workstation

@Suite("dir")
struct DirectoryTests {
  private static let head =
    " Volume in drive C has no label.\n Volume Serial Number is F80A-FDD9\n\n"

  @Test("the sample of the evidence, byte for byte")
  func sample() throws {
    let window = try TestWindow(files: ["cms1a.cer": String(repeating: "x", count: 1731)])
    #expect(
      window.type("dir *.cer") == Self.head + """
         Directory of C:\\Users\\admin\\Desktop\\Certificates

        05/02/2023  12:11 PM             1,731 cms1a.cer
                       1 File(s)          1,731 bytes
                       0 Dir(s)   9,600,487,424 bytes free

        """)
  }

  @Test("folders, and the order of NTFS")
  func folders() throws {
    let window = try TestWindow(files: [
      "cms1abc.cer": "", "cms1a.cer": "1", "CMS1A-fullchain.cer": "22", "_x": "",
    ])
    window.type("md Sub")
    #expect(
      window.type("dir") == Self.head + """
         Directory of C:\\Users\\admin\\Desktop\\Certificates

        05/02/2023  12:11 PM    <DIR>          .
        05/02/2023  12:11 PM    <DIR>          ..
        05/02/2023  12:11 PM                 2 CMS1A-fullchain.cer
        05/02/2023  12:11 PM                 1 cms1a.cer
        05/02/2023  12:11 PM                 0 cms1abc.cer
        05/02/2023  12:11 PM    <DIR>          Sub
        05/02/2023  12:11 PM                 0 _x
                       4 File(s)              3 bytes
                       3 Dir(s)   9,600,487,424 bytes free

        """)
    #expect(window.type("dir/b *.CER") == "CMS1A-fullchain.cer\ncms1a.cer\ncms1abc.cer\n")
    #expect(window.type("dir /b /ad") == "Sub\n")
    #expect(window.type("dir /b /a:-d _*") == "_x\n")
    #expect(window.type("dir /b sub") == "File Not Found\n")
  }

  @Test(
    "refusals",
    arguments: [
      ("dir nofile", head + " Directory of \(TestWindow.path)\n\nFile Not Found\n"),
      ("dir *.key", head + " Directory of \(TestWindow.path)\n\nFile Not Found\n"),
      (#"dir no\file"#, "The system cannot find the path specified.\n"),
      ("dir /h", "Invalid switch - \"h\".\n"),
      ("dir d:", "The system cannot find the drive specified.\n"),
    ])
  func refusals(line: String, answer: String) throws {
    #expect(try TestWindow().type(line) == answer)
  }

  @Test(
    "times",
    arguments: [
      (0, "01/01/1970  12:00 AM"), (951_825_540, "02/29/2000  11:59 AM"),
      (1_795_424_400, "11/23/2026  09:00 AM"), (-60, "12/31/1969  11:59 PM"),
      (1_735_689_599, "12/31/2024  11:59 PM"),
    ])
  func times(time: Int64, text: String) { #expect(DirectoryTime(time).description == text) }

  @Test("DIRCMD presets switches; a hyphen takes one back")
  func presets() throws {
    let window = try TestWindow(files: ["a.txt": "123", "b.cer": "1", "c.txt": "12"])
    window.type("md d", "set DIRCMD=/b")
    #expect(window.type("dir") == "a.txt\nb.cer\nc.txt\nd\n")
    #expect(window.type("dir /-b").hasPrefix(Self.head))
    #expect(window.type("dir /ad") == "d\n")
    window.type("set dircmd=/b /o-n")
    #expect(window.type("dir") == "d\nc.txt\nb.cer\na.txt\n")
    #expect(window.type("dir /on") == "a.txt\nb.cer\nc.txt\nd\n")
    #expect(window.type("dir /o:gs") == "d\nb.cer\nc.txt\na.txt\n")
    #expect(window.type("dir /oen") == "d\nb.cer\na.txt\nc.txt\n")
    #expect(window.type("dir /-o") == "a.txt\nb.cer\nc.txt\nd\n")
    #expect(
      window.type("set DIRCMD=/?x", "dir")
        == "Invalid switch - \"?x\".\n(Error occurred in environment variable)\n")
    #expect(window.type("set DIRCMD=", "dir /h") == "Invalid switch - \"h\".\n")
  }
}
