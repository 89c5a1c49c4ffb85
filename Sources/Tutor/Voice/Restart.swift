/// How somebody in a lab can begin it anew.
public enum Restart {
  /// They cannot; why, in a sentence.
  case refused(String)
  /// What becomes of all that is there, in a sentence; and what does it, on the session's thread, and
  /// gives back in a sentence why it could not. Then the session is over.
  case possible(meaning: String, carryOut: () -> String?)
}
