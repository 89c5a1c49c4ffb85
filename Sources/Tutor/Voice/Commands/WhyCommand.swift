extension VoiceCommand {
  static let why = VoiceCommand(
    showing: "why", summary: "what the last error means, and what to do about it"
  ) { call in
    guard let place = WindowPlace(of: call.session) else {
      return VoiceAnswer(lines: [nothingToSee])
    }
    let (window, pod) = (call.voice.errors, call.voice.tutoring.podErrors)
    guard window.last != nil || window.openHostKeyReply != nil || pod?.last != nil else {
      return VoiceAnswer(lines: ["There was no error yet."])
    }
    guard let world = call.voice.tutoring.world else {
      return VoiceAnswer(lines: [nothingToSee])
    }
    let lines = Why.lines(
      window: window, pod: pod, in: world, at: place.host, origins: call.voice.tutoring.origins)
    // A question that is still asked is told of instead.
    let told = window.openHostKeyReply == nil ? window.last ?? pod?.last : nil
    return VoiceAnswer(
      lines: lines.flatMap(copyable), seen: told.map { _ in ":why" }, incident: told)
  }

  /// A command to try has a line of its own, which is not broken: it may be copied.
  private static func copyable(_ line: String) -> [String] {
    guard line.hasPrefix("Try"), let colon = line.firstRange(of: ": ") else { return [line] }
    return ["\(line[..<colon.lowerBound]):", "    \(line[colon.upperBound...])"]
  }

  /// What is said where the lab cannot be looked at.
  static let nothingToSee = "There is no machine here that could be looked at."
}
