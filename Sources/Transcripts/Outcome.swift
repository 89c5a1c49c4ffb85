/// What a replay came to.
public struct Outcome: Sendable {
  /// The name of the transcript.
  public let name: String
  /// What the transcript says about itself.
  public let header: TranscriptHeader
  /// How many lines were typed.
  public var steps: Int { typed.count }
  /// The lines that were typed, in their order.
  public let typed: [TypedStep]
  /// The bytes the screen showed: prompts, typed lines and output.
  public let screen: [UInt8]
  /// The messages that were said, by their names in the ledger.
  public let said: Set<String>
  /// The line of the file at which the first difference is; nil if there is none.
  public let firstDifference: Int?
  /// A unified diff from the transcript to what happened; empty if there is no difference.
  ///
  /// Elisions that matched stand in it as the transcript has them, so that it shows nothing else
  /// than what is wrong. Bytes that are not UTF-8 show as replacement characters.
  public let diff: String
  /// What the author should know although it decides nothing, in the order of lines.
  public let notes: [Note]
  /// Whether a replay of ``updated`` can pass: not if a line found nobody to read it, since typed
  /// lines stay.
  public let canBeUpdated: Bool
  /// The transcript with its expected output brought up to date, for `--update`.
  ///
  /// The same bytes as before if there is no difference. Otherwise header, comments, typed lines
  /// and elisions that still match are kept. A printed line that would mean something else in a
  /// transcript is written with a gap.
  public let updated: [UInt8]

  /// Whether everything was as expected.
  public var passed: Bool { firstDifference == nil }

  init(
    of transcript: Transcript, edits: [Edit], notes: [Note], screen: [UInt8], typed: [TypedStep],
    said: Set<String>
  ) {
    name = transcript.name
    header = transcript.header
    self.notes = notes
    canBeUpdated = !edits.contains { if case .refuse = $0 { true } else { false } }
    self.typed = typed
    self.said = said
    self.screen = screen
    guard let first = edits.firstIndex(where: { !$0.isKeep }) else {
      firstDifference = nil
      diff = ""
      updated = transcript.source
      return
    }
    // All before it is kept, so it has the place in the file that it has among the edits.
    firstDifference = first + 1
    diff = UnifiedDiff(name: transcript.name, edits: edits).text
    let usesCRLF = transcript.lines.first?.ending == .crlf
    updated = edits.updatedText(lineEnd: usesCRLF ? .crlf : .lf)
  }
}
