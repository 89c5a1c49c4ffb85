public import Ledger

/// A mode's answer: what to show, and where the session goes next.
public struct Reply {
  /// One thing that is shown.
  public typealias Part = Console.Part

  /// What follows something else, such as the rest of a line when its program is done.
  public typealias Continuation = (any Screen) -> Reply

  /// What the session does once the answer has been shown.
  public enum Next {
    /// The same mode takes the next line.
    case stay
    /// A new mode, such as a question, takes the next line; this one waits below it.
    case push(Visitor)
    /// A new mode takes this one's place.
    case replace(Visitor)
    /// This mode is done; the one below takes the next line, or the session ends.
    case pop
    /// The session ends, whatever lies below.
    case end
    /// Something goes on by itself, as long as nobody interrupts it; then its reply counts.
    case run(Continuation)
  }

  /// A mode on its way into a session.
  public struct Visitor {
    let mode: any Mode
    /// Lines it carries out by itself, unseen, before it is done; nil if they are typed.
    let lines: [String]?
    /// What becomes of all that it shows; nil shows it.
    let diversion: (([UInt8]) -> [UInt8])?
    /// What follows when it is done.
    let then: Continuation?

    /// The same with something more that follows.
    public func followed(by more: @escaping Continuation) -> Visitor {
      Visitor(
        mode: mode, lines: lines, diversion: diversion,
        then: Reply.sequence(then, more))
    }

    /// The same with another end for what it shows, and for what it says when it is done.
    public func diverted(_ diversion: @escaping ([UInt8]) -> [UInt8]) -> Visitor {
      let own: Continuation? = then.map { then in
        { screen in
          var reply = then(screen)
          reply.parts = [.bytes(diversion(reply.parts.flatMap(\.bytes)))]
          return reply
        }
      }
      return Visitor(mode: mode, lines: lines, diversion: diversion, then: own)
    }
  }

  /// What to show, in order.
  public var parts: [Part]

  /// What comes next.
  public var next: Next

  /// An answer of those parts; without arguments, silence.
  public init(_ parts: [Part] = [], next: Next = .stay) {
    self.parts = parts
    self.next = next
  }

  /// An answer of one or more messages.
  public init(_ sayings: Saying..., next: Next = .stay) {
    self.init(sayings.map(Part.saying), next: next)
  }

  /// An answer in bytes.
  public init(_ bytes: [UInt8], next: Next = .stay) {
    self.init(bytes.isEmpty ? [] : [.bytes(bytes)], next: next)
  }
}

extension Reply.Next {
  /// A mode that takes the next line.
  ///
  /// - Parameters:
  ///   - lines: what it carries out by itself, as if typed, without prompts; then it is done.
  ///   - diversion: what becomes of all that it shows.
  ///   - then: what follows when it is done, whichever way it ended.
  public static func push(
    _ mode: any Mode, lines: [String]? = nil, diversion: (([UInt8]) -> [UInt8])? = nil,
    then: Reply.Continuation? = nil
  ) -> Self {
    .push(Reply.Visitor(mode: mode, lines: lines, diversion: diversion, then: then))
  }

  /// A mode in place of this one; what was to follow this one follows it.
  public static func replace(
    _ mode: any Mode, lines: [String]? = nil, then: Reply.Continuation? = nil
  ) -> Self {
    .replace(Reply.Visitor(mode: mode, lines: lines, diversion: nil, then: then))
  }
}

extension Reply {
  /// One after the other; the second only if the first leads nowhere.
  static func sequence(
    _ first: Continuation?, _ second: Continuation?
  ) -> Continuation? {
    guard let first, let second else { return first ?? second }
    return { screen in
      let reply = first(screen)
      guard case .stay = reply.next else { return reply }
      for part in reply.parts { screen.show(part) }
      return second(screen)
    }
  }
}
