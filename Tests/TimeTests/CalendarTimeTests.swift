import Testing
import Time

@Suite("The calendar")
struct CalendarTimeTests {
  @Test("there and back")
  func thereAndBack() {
    var time = CalendarTime(1_709_210_096)
    #expect([time.year, time.month, time.day, time.secondOfDay] == [2024, 2, 29, 45_296])
    time.year += 1
    #expect(CalendarTime(time.unixTime).month == 3)
    for time in stride(from: Int64(-4_000_000_000), to: 8_000_000_000, by: 86_399_989) {
      #expect(CalendarTime(time).unixTime == time)
    }
    _ = CalendarTime(.max)
    _ = CalendarTime(.min)
  }

  @Test("names of days and months, before 1970 too")
  func names() {
    let times: [(UnixTime, String)] = [
      (0, "Thu Jan 01 00:00:00 1970"), (-1, "Wed Dec 31 23:59:59 1969"),
      (1_795_424_400, "Mon Nov 23 09:00:00 2026"), (-86_401, "Tue Dec 30 23:59:59 1969"),
    ]
    for (time, text) in times {
      let time = CalendarTime(time)
      let day = time.date.suffix(2)
      #expect("\(time.weekdayName) \(time.monthName) \(day) \(time.clock) \(time.year)" == text)
    }
  }

  @Test("ISO 8601 is read with or without time, seconds and zone")
  func read() {
    let second: UnixTime = 1_795_424_400
    for text in [
      "2026-11-23T09:00:00Z", "2026-11-23T09:00", "2026-11-23T09:00Z", "2026-11-23T09:00:00.25",
      "2026-11-23T10:30+01:30", "2026-11-22T23:00:00.5-10:00",
    ] {
      #expect(ISO8601Time(text)?.unixTime == second, "\(text)")
    }
    #expect(ISO8601Time("2026-11-23")?.unixTime == second - 9 * 3_600)
    #expect(ISO8601Time("2024-02-29")?.local.month == 2)
    #expect(CalendarTime(second).iso8601 == "2026-11-23T09:00:00Z")
  }

  @Test(
    "what no calendar or clock shows is no time",
    arguments: [
      "", "2026", "2026-11", "2026-11-2", "02026-11-23", "2026-11-23T", "2026-11-23T09",
      "2026-11-23T24:00", "2026-11-23T09:60", "2026-11-23T09:00:60", "2026-11-23T09:00:00.",
      "2026-11-23T09:00:00z", "2026-11-23Z", "2026-11-23T09:00+1:00", "2026-11-23T09:00+24:00",
      "2026-11-23T09:00+01:60", "2026-11-23T09:00Z ", "2026-13-01", "2026-00-01", "2026-02-29",
      "2026-11-00", "2026-11-31", "2026-11-23 09:00", "2026-11-23T0٩:00",
    ])
  func refused(text: String) { #expect(ISO8601Time(text) == nil) }

  @Test("thousandths, before 1970 too")
  func thousandths() throws {
    #expect(CalendarTime.iso8601(milliseconds: 1_795_424_400_007) == "2026-11-23T09:00:00.007Z")
    #expect(CalendarTime.iso8601(milliseconds: -1) == "1969-12-31T23:59:59.999Z")
    for year in [-5, 7, 9_999, 12_345] {
      let time = try #require(CalendarTime(year: year, month: 2, day: 3, secondOfDay: 4))
      #expect(
        CalendarTime.iso8601(milliseconds: time.unixTime * 1_000 + 56)
          == "\(time.date)T\(time.clock).056Z")
    }
  }
}
