public import Console
public import Journal
import Ledger

/// Tells a journal what is typed and said in a session. What is typed where it does not show is not
/// told, nor is a secret in a line or in what is said about it. What is typed and said in a mode whose
/// owner is somebody's presence at a machine, and above it, is told as theirs.
public final class SessionJournal: SessionTap {
  private var secrets: [String] = []
  /// Whose it is where no mode says so; and whether messages are told, or another ear hears them.
  private let fallback: Presence?
  private let tellsMessages: Bool
  private let isFed: Bool
  /// The mode that was asked last, and whose it is.
  private weak var knownMode: (any Mode)?
  private var knownPresence: Presence?

  /// A journal's ear.
  public init() {
    fallback = nil
    tellsMessages = true
    isFed = false
  }

  /// The ear in a session inside another one, whose own ear hears the messages.
  ///
  /// - Parameter isFed: whether a pipe or a file types in it.
  public init(inside presence: Presence, isFed: Bool = false) {
    fallback = presence
    tellsMessages = false
    self.isFed = isFed
  }

  /// Tells a typed line, after the question it answers.
  public func session(_ session: Session, takes input: Input, at prompt: Prompt?) {
    guard let presence = presence(in: session), let mode = session.mode,
      presence.journal.isFollowed || presence.actor?.source != .console
    else { return }
    if let prompt, prompt.purpose != .command, let saying = prompt.saying {
      tell(saying, by: presence)
    }
    guard case .line(let line) = input, prompt?.purpose != .secret, prompt?.purpose != .key else {
      return
    }
    let told = mode.told(of: line)
    // An answer belongs to the command before it, whose secrets are not to be told behind it either.
    secrets = prompt.map { $0.purpose == .command } ?? true ? told.secrets : secrets + told.secrets
    presence.record(
      .typed(
        Event.Typed(
          line: told.text,
          isCommand: prompt.map { $0.purpose == .command } ?? true, isPermitted: told.isPermitted,
          isFed: isFed)))
  }

  /// Tells a message.
  public func session(_ session: Session, shows part: Reply.Part) {
    guard case .saying(let saying) = part, let presence = presence(in: session),
      presence.journal.isFollowed
    else { return }
    tell(saying, by: presence)
  }

  /// Nothing more to tell.
  public func session(_ session: Session, answered input: Input, wasInterrupted: Bool) {}

  private func presence(in session: Session) -> Presence? {
    if let knownMode, knownMode === session.mode { return knownPresence }
    knownMode = session.mode
    knownPresence = session.presence ?? fallback
    return knownPresence
  }

  private func tell(_ saying: Saying, by presence: Presence) {
    guard tellsMessages, presence.journal.isFollowed else { return }
    let masked = TypedLine("", secrets: secrets)
    presence.record(
      .said(
        product: saying.message.product, id: saying.id,
        values: saying.namedValues.map { ($0.name, masked.masking($0.value)) }))
    for quoted in saying.quoted { tell(quoted, by: presence) }
  }
}

extension Session {
  /// That of whoever types in it: of the innermost mode that has one.
  package var presence: Presence? {
    modes.reversed().lazy.compactMap { $0.owner as? Presence }.first
  }
}
