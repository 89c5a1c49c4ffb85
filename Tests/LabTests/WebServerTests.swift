import Testing
import Workstation

@testable import Lab

@Suite("The web server")
struct WebServerTests {
  private let server = WebServer(
    names: ["10.0.224.140"], address: "10.0.224.140",
    files: ["/a/b/root.cer": [1, 2, 3], "/a/b/issuing.cer": [], "/a/note.cer": [1]])

  private func text(_ path: String) -> String? {
    let answer = server.answer(to: path, at: "10.0.224.140")
    guard answer.status == 200, answer.type == "text/html" else { return nil }
    return String(decoding: answer.body, as: UTF8.self)
  }

  @Test("a folder is answered with the names in it, in order, with or without a slash")
  func folder() throws {
    let page = try #require(text("/A/b/?C=N"))
    #expect(page == text("/a/b"))
    let names = page.matches(of: /HREF="([^"]+)"/).map { String($0.output.1) }
    #expect(names == ["/a/b/issuing.cer", "/a/b/root.cer"])
    #expect(page.contains("           3 <A HREF") && page.contains("10.0.224.140 - /a/b/"))
  }

  @Test("folders in it are listed once, and stand among the files")
  func folders() throws {
    let page = try #require(text("/a/"))
    let names = page.matches(of: /HREF="([^"]+)"/).map { String($0.output.1) }
    #expect(names == ["/a/b/", "/a/note.cer"] && page.contains("&lt;dir&gt; <A"))
    #expect(text("/")?.contains("HREF=\"/a/\"") == true)
  }

  @Test("what is not there is not found, and a file is a file")
  func others() {
    for path in ["/b/", "/a/b/root.cer/", "/a/bb", "", "a/b"] {
      #expect(server.answer(to: path, at: "x").status == (path.isEmpty ? 200 : 404), "\(path)")
    }
    #expect(server.answer(to: "/a/b/ROOT.cer", at: "x").body == [1, 2, 3])
  }
}
