import SFTP
import Testing

@Suite("SFTP: paths")
struct RemotePathTests {
  @Test(
    "paths are told in full",
    arguments: [
      ("", "/"), (".", "/"), ("/", "/"), ("//", "/"), ("..", "/"), ("/../..", "/"), ("a", "/a"),
      ("/a/", "/a"), ("./a", "/a"), ("/a/../b", "/b"), ("a/./b//c/..", "/a/b"), ("...", "/..."),
      ("/.a", "/.a"), ("a b", "/a b"), ("käse", "/käse"), ("a\0b", "/a\0b"),
    ])
  func canonical(typed: String, path: String) {
    #expect(RemotePath(typed).text == path)
    #expect(RemotePath(RemotePath(typed).bytes) == RemotePath(typed))
  }

  @Test("a path that does not begin with a slash is taken from a folder")
  func relative() {
    #expect(RemotePath("../c", in: "/a/b").text == "/a/c")
    #expect(RemotePath("/c", in: "/a/b").text == "/c")
    #expect(RemotePath([0xFF], in: RemotePath("a")).bytes == Array("/a/".utf8) + [0xFF])
  }

  @Test("bytes that are no text stay as they are")
  func bytes() {
    #expect(RemotePath([0xFF, 0x2F, 0x2F, 0xC3]).bytes == [0x2F, 0xFF, 0x2F, 0xC3])
  }
}
