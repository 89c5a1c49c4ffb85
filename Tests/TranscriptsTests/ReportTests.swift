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
      report.cases.map(\.line) == [
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

  @Test("an updated file is good; notes and times are told")
  func updated() throws {
    var report = TestReport()
    let outcome = try replay("cms1a> say one\n[....]\n", name: "a.txt")
    let updated = report.add(outcome, isUpdated: true, time: .milliseconds(12))
    #expect(updated.line == "UPDATED a.txt" && updated.isGood && updated.diff == outcome.diff)
    #expect(updated.notes.count == 1)
    #expect(updated.notes.first?.hasPrefix("note    a.txt:2: [....] is text here") == true)
    report.add(broken: "b.txt", reason: "no", time: .seconds(61) + .microseconds(1_700))
    // Nobody reads the second line, however the file is written.
    let ended = try replay("cms1a> exit\ncms1a> say one\n", name: "c.txt")
    #expect(report.add(ended, isUpdated: true).line == "DIFFERS c.txt:2")
    #expect(report.summary == "1 passed, 2 failed")
    let junit = report.junit
    #expect(junit.contains("<testsuites tests=\"3\" failures=\"1\" errors=\"1\" time=\"61.014\">"))
    #expect(
      junit.contains(
        "<testsuite name=\"transcripts\" tests=\"3\" failures=\"1\" errors=\"1\" time=\"61.014\">"))
    #expect(junit.contains("name=\"a.txt\" time=\"0.012\"/>"))
    #expect(junit.contains("name=\"b.txt\" time=\"61.002\"><error"))
    #expect(junit.contains("name=\"c.txt\"><failure"))
  }
}
