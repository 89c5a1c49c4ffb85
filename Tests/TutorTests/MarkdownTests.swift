import Testing

@testable import Tutor

@Suite("Markdown at a terminal")
struct MarkdownTests {
  @Test(
    "signs of code, emphasis and links go; stars and bars of names stay",
    arguments: [
      ("Write `a.cer` on **PC1**.", "Write a.cer on PC1."),
      ("*all* of *.cer and *.rsp", "all of *.cer and *.rsp"),
      ("dir *.cer *.rsp", "dir *.cer *.rsp"),
      ("a_b_c and _this_ one", "a_b_c and this one"),
      ("`*.cer` and ``a`b``", "*.cer and a`b"),
      ("see [the page](docs/lab.md) now", "see the page (docs/lab.md) now"),
      ("a\\*b 2 * 3 * 4", "a*b 2 * 3 * 4"),
      ("***both*** `", "both `"),
      ("[open", "[open"),
    ])
  func plain(text: String, shown: String) { #expect(MarkdownLines.lines(of: text) == [shown]) }

  @Test("all of it in a line has neither signs nor indents")
  func line() {
    #expect(
      MarkdownLines.line(of: "# A\n\nb `c`\n- d \n\n```\n  e  f\n```\n") == "A b c - d e  f")
    #expect(MarkdownLines.line(of: "\n") == "")
  }

  @Test("paragraphs are lines, items have blanks in front, code stays as it is")
  func blocks() {
    let text = """
      # Heading

      A paragraph
      of two lines:
      - one `x`
        and more
      - two
      1. three

      ```console
      cms1a> pki list  *x*
      ```

          dir *.cer
      the end

      """
    #expect(
      MarkdownLines.lines(of: text) == [
        "Heading", "A paragraph of two lines:", "  - one x and more", "  - two", "  1. three",
        "    cms1a> pki list  *x*", "    dir *.cer", "the end",
      ])
    #expect(MarkdownLines.lines(of: "") == [])
  }

  @Test("a terminal without UTF-8 gets ASCII")
  func ascii() {
    #expect(ASCIIText.of("Prüfe – „alles“ …") == "Pr\\u{fc}fe - \"alles\" ...")
    #expect(ASCIIText.of("日") == "\\u{65e5}")
  }
}
