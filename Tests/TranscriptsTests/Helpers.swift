import Transcripts

/// A transcript given as text.
func transcript(_ text: String, name: String = "t.txt") throws(TranscriptError) -> Transcript {
  try Transcript(Array(text.utf8), name: name)
}

/// What a transcript, given as text, comes to on a new stage.
func replay(_ text: String, name: String = "t.txt") throws(TranscriptError) -> Outcome {
  try transcript(text, name: name).replay(on: FakeStage())
}

extension Outcome {
  /// The diff without its first two lines, which name the file.
  var hunks: String {
    diff.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
      .joined(separator: "\n")
  }

  /// The updated file as text.
  var updatedText: String { String(decoding: updated, as: UTF8.self) }

  /// What the screen showed, as text.
  var screenText: String { String(decoding: screen, as: UTF8.self) }
}
