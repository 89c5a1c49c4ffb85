import Glibc
import Transcripts

/// `mmp test`: replays transcripts and says what differs.
struct TestJob: Job {
  /// Transcripts, folders to search for them, or `-`.
  var paths: [String]
  /// Only paths that contain it count; nil for all.
  var filter: String?
  /// Whether expected output is rewritten where it differs.
  var isUpdating = false
  /// How many are replayed at a time; nil for one a processor.
  var threads: Int?
  /// A file for a JUnit report.
  var junit: String?

  func run() throws(Failure) -> Failure.Status? {
    var run = TestRun(isUpdating: isUpdating)
    try junit.map(HostFile.init)?.checkWritable(failing: .cannotCreate)
    let search = try TranscriptSearch(paths, filter: filter)
    if let remark = search.remark { StandardStream.error.say(remark) }
    let sources = search.sources
    let processors = min(8, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    Workers.run(sources.count, threads: threads ?? processors) { number in
      TranscriptReplay(of: sources[number])
    } finish: { _, replay in
      run.finish(replay)
    }
    run.say(run.report.summary + "\n")
    if let junit {
      try HostFile(path: junit).write(Array(run.report.junit.utf8), failing: .cannotCreate)
    }
    try run.throwOutputFailure()
    return run.status
  }
}
