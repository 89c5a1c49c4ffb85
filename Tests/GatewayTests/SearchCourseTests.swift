import PKI
import Synchronization
import Testing

@testable import Gateway

@Suite("Searches that are shown once more")
struct SearchCourseTests {
  /// A time that passes where somebody sleeps.
  private final class Time: Sendable {
    private let state = Mutex((now: 5, sleeps: 0))

    var now: Int { state.withLock { $0.now } }
    var sleeps: Int { state.withLock { $0.sleeps } }
    var clock: StockClock {
      StockClock(
        computed: { 0 }, now: { self.now },
        sleep: { time in
          self.state.withLock { ($0.now, $0.sleeps) = ($0.now + time, $0.sleeps + 1) }
        })
    }
  }

  /// A candidate each millisecond, and a prime at each of these.
  private func course(milliseconds: Int, primes: Set<Int>) -> SearchCourse {
    var course = SearchCourse()
    for time in 1...milliseconds {
      course.note(primes.contains(time) ? .found : .candidate, at: time * 1000)
      course.note(.waiting, at: time * 1000)
    }
    return course.compact
  }

  /// Which events there are and how long after the beginning, in milliseconds.
  private func replayed(
    _ course: SearchCourse, for time: Time = Time()
  ) -> (candidates: Int, found: [Int], end: Int) {
    let begin = time.now
    var (candidates, found) = (0, [Int]())
    let isWhole = course.replay(within: 500_000, by: time.clock) { event in
      switch event {
      case .candidate: candidates += 1
      case .found: found.append((time.now - begin) / 1000)
      case .waiting: break
      }
      return true
    }
    #expect(isWhole)
    return (candidates, found, (time.now - begin) / 1000)
  }

  @Test("all that happened happens, in its time but for a moment")
  func pace() {
    let time = Time()
    let (candidates, found, end) = replayed(
      course(milliseconds: 200, primes: [90, 200]), for: time)
    #expect(candidates == 198 && found.count == 2)
    #expect((90..<110).contains(found[0]) && (200..<220).contains(end))
    #expect(time.sleeps <= 20)
  }

  @Test("a long search goes faster, evenly")
  func limit() {
    let (candidates, found, end) = replayed(course(milliseconds: 4_000, primes: [1_000, 4_000]))
    #expect(candidates == 3_998 && found.count == 2)
    #expect((125..<145).contains(found[0]) && (500..<520).contains(end))
  }

  @Test("a search of which nothing is known is over at once")
  func empty() {
    #expect(replayed(SearchCourse()) == (0, [], 0))
  }

  @Test("who waits is asked in between, and may give up")
  func abandoning() {
    var course = SearchCourse()
    course.note(.found, at: 400_000)
    let time = Time()
    var asked = 0
    let isWhole = course.replay(within: 500_000, by: time.clock) { event in
      asked += 1
      return asked < 3
    }
    #expect(!isWhole && asked == 3 && time.now < 400_000)
  }

  @Test("a clock that has run wild does no harm")
  func wildTimes() {
    var course = SearchCourse()
    course.note(.candidate, at: -1)
    course.note(.found, at: .max)
    let (candidates, found, end) = replayed(course)
    #expect(candidates == 1 && found.count == 1 && (500..<520).contains(end))
  }
}
