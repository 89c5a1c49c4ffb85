import Transcripts
import Tutor

/// Transcripts that show messages, each with its last line.
struct DemonstrationFolder {
  /// The folder.
  let path: String

  /// A demonstration of each, in order of the files' names.
  ///
  /// - Throws: for a transcript that differs, or shows nothing.
  func demonstrations() throws(Failure) -> [Demonstration] {
    try TranscriptSearch([path], filter: nil).sources.map { (source) throws(Failure) in
      try Self.demonstration(in: source)
    }
  }

  /// All of them as the file that is part of the program.
  func text() throws(Failure) -> String {
    let demonstrations = try demonstrations()
    return "# Made by `make docs` from fixtures/transcripts/shows; do not edit.\n\n"
      + demonstrations.map(\.text).joined(separator: "\n")
  }

  private static func demonstration(
    in source: TranscriptSource
  ) throws(Failure) -> Demonstration {
    switch TranscriptReplay(of: source).conclusion {
    case .broken(let reason, let status): throw Failure(status, "\(source.name): \(reason)")
    case .played(let outcome):
      let header = outcome.header
      guard outcome.passed else { throw Failure(.differs, "\(source.name) differs") }
      guard let last = outcome.typed.last, !header.shows.isEmpty,
        last.said.isSuperset(of: header.shows)
      else { throw Failure(.differs, "\(source.name): its last line does not show what it says") }
      return Demonstration(
        shows: header.shows, scenario: header[.scenario], release: header[.release],
        lines: outcome.typed.map(\.line))
    }
  }
}
