/// What the lab answers to a line, and whether it has shown what tasks may ask for.
struct VoiceAnswer {
  /// The answer, in lines.
  let lines: [String]
  /// The line as conditions of tasks have it; nil if it has shown nothing, whatever was typed.
  var seen: String?
  /// The name of the message that was told of; nil for none.
  var message: String?
}
