import Glibc

/// One run of a program, timed from outside as a whole.
struct Run {
  let program: String
  let arguments: [String]
  /// A file for its standard input; its output is thrown away.
  var input = "/dev/null"

  init(_ program: String, _ arguments: String..., input: String = "/dev/null") {
    self.program = program
    self.arguments = arguments
    self.input = input
  }

  /// Runs it; the seconds from start to end.
  func seconds() -> Double {
    let start = Clock.now
    return usage() == nil ? .infinity : Clock.now - start
  }

  /// Runs it; the most memory it had, in megabytes.
  func peakMegabytes() -> Double { usage().map { Double($0.ru_maxrss) / 1024 } ?? .infinity }

  /// Runs it; what it took, nil if it failed.
  private func usage() -> rusage? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }

    var child: pid_t = 0
    guard posix_spawnp(&child, program, &actions, nil, &words, environ) == 0 else { return nil }
    var status: Int32 = 0
    var usage = rusage()
    wait4(child, &status, 0, &usage)
    return status == 0 ? usage : nil
  }
}

/// The monotonic clock.
enum Clock {
  /// Seconds since some moment.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension [Double] {
  /// The middle value.
  var median: Double {
    let sorted = sorted()
    return sorted.isEmpty ? 0 : (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
