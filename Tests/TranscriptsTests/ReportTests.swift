import Testing
import Transcripts

@Suite("Reports")
struct ReportTests {
  private static func report() throws -> TestReport {
    var report = TestReport()
    report.add(try replay("cms1a> say one\none\n", name: "a.txt"))
    report.add(try replay("cms1a> say <\u{7}&>\n\"\n", name: "b&\".txt"))
    report.add(broken: "c.txt", reason: "line 1: no \"key\"")
    return report
  }

  @Test("a line a file, and a last one that counts")
  func lines() throws {
    let report = try Self.report()
    #expect(
      report.entries.map(\.line) == [
        "ok      a.txt", "DIFFERS b&\".txt:2", "BROKEN  c.txt: line 1: no \"key\"",
      ])
    #expect(report.summary == "1 passed, 2 failed")
    #expect(TestReport().summary == "0 passed, 0 failed")
  }

  @Test("JUnit is well-formed whatever a console prints")
  func junit() throws {
    #expect(
      try Self.report().junit == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites tests="3" failures="1" errors="1">
        <testsuite name="transcripts" tests="3" failures="1" errors="1">
        <testcase classname="transcripts" name="a.txt"/>
        <testcase classname="transcripts" name="b&amp;&quot;.txt">\
        <failure message="differs at line 2">\
        --- b&amp;&quot;.txt\texpected
        +++ b&amp;&quot;.txt\tactual
        @@ -1,2 +1,2 @@
         cms1a&gt; say &lt;&amp;&gt;
        -&quot;
        +&lt;&amp;&gt;
        </failure></testcase>
        <testcase classname="transcripts" name="c.txt"><error message="line 1: no &quot;key&quot;"/></testcase>
        </testsuite>
        </testsuites>

        """)
  }
}
