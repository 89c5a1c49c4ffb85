import Transcripts

/// A transcript given as text.
func transcript(_ text: String, name: String = "t.txt") throws(TranscriptError) -> Transcript {
  try Transcript(Array(text.utf8), name: name)
}
