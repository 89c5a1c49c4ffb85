import Synchronization

/// Tells whoever wants to know what happens in a world, in the order in which it happened.
///
/// Whoever changes state under a lock commits the event under that lock, so that events are numbered
/// as the state changed, and delivers after it: no subscriber is ever told while the state is locked.
/// When ``deliver()`` returns, all that was committed before has been told.
public final class Journal: Sendable {
  /// Somebody who is told.
  public typealias Subscriber = @Sendable (Event) -> Void

  /// What a subscriber wants to hear of.
  public enum Scope: Sendable {
    /// Everything.
    case everything
    /// What people on the network type, and who was refused; more may be told.
    case audit
  }

  private struct State {
    var attempt = 1
    var nextEvent = 1
    var nextVisit = 1
    var waiting: [Event] = []
    var subscribers: [Subscriber] = []
  }

  private let state = Mutex(State())
  private let kept = Mutex<(any Keeper)?>(nil)
  private let tellsAll = Atomic(false)
  /// Held by whoever tells, so that nobody is told of two things in the wrong order.
  private let telling = Mutex(())
  private let pod: Int
  private let clock: @Sendable () -> Int64
  private let labClock: @Sendable () -> Int64

  /// A journal nobody listens to yet.
  ///
  /// - Parameters:
  ///   - pod: the pod of its world.
  ///   - clock: the real time, in milliseconds since 1970.
  ///   - labClock: the time in its world, in seconds since 1970.
  public init(
    pod: Int = 0, clock: @escaping @Sendable () -> Int64 = { 0 },
    labClock: @escaping @Sendable () -> Int64 = { 0 }
  ) {
    self.pod = pod
    self.clock = clock
    self.labClock = labClock
  }

  /// Has somebody told of everything from now on, before the answer is shown that it belongs to. A
  /// subscriber is quick, and records nothing itself; what may wait goes through a ``Backlog``, and only
  /// what has to be kept before that answer is kept there.
  public func subscribe(to scope: Scope = .everything, _ subscriber: @escaping Subscriber) {
    state.withLock { $0.subscribers.append(subscriber) }
    if scope == .everything { tellsAll.store(true, ordering: .relaxed) }
  }

  /// Who keeps what changes in the world; nil for nobody. Set once, before anybody is let in.
  public var keeper: (any Keeper)? {
    get { kept.withLock { $0 } }
    set { kept.withLock { $0 = newValue } }
  }

  /// Goes on with the numbers of a world that is taken up again, before anything happens in it.
  ///
  /// - Parameters:
  ///   - attempt: which attempt at the lab it is, from 1.
  ///   - lastEvent: the number of the last event, 0 for none.
  ///   - lastVisit: the number of the last visit, 0 for none.
  public func resume(attempt: Int, lastEvent: Int, lastVisit: Int) {
    state.withLock { state in
      state.attempt = attempt
      state.nextEvent = lastEvent + 1
      state.nextVisit = lastVisit + 1
    }
  }

  /// The number of the last thing that happened; 0 if nothing did yet.
  public var lastEvent: Int { state.withLock { $0.nextEvent - 1 } }

  /// The real time, in milliseconds since 1970.
  public var time: Int64 { clock() }

  /// Whether somebody wants to hear of more than an audit does. What happens often asks first: most
  /// worlds have nobody but their appliances' logs.
  public var isFollowed: Bool { tellsAll.load(ordering: .relaxed) }

  /// A number for a visit that begins.
  public func numberOfVisit() -> Int {
    state.withLock { state in
      defer { state.nextVisit += 1 }
      return state.nextVisit
    }
  }

  /// Numbers what happened; it is told by the next ``deliver()``.
  public func commit(_ kind: Event.Kind, at host: String, by actor: Actor?) {
    let (time, labTime) = (clock(), labClock())
    state.withLock { state in
      let number = state.nextEvent
      state.nextEvent += 1
      guard !state.subscribers.isEmpty else { return }
      state.waiting.append(
        Event(
          number: number, time: time, labTime: labTime, pod: pod, attempt: state.attempt,
          host: host, actor: actor, kind: kind))
    }
  }

  /// Tells what was committed and not told yet.
  public func deliver() {
    telling.withLock { _ in
      while let (events, subscribers) = takeWaiting() {
        for event in events { for subscriber in subscribers { subscriber(event) } }
      }
    }
  }

  /// Numbers and tells what happened.
  public func record(_ kind: Event.Kind, at host: String, by actor: Actor?) {
    commit(kind, at: host, by: actor)
    deliver()
  }

  private func takeWaiting() -> (events: [Event], subscribers: [Subscriber])? {
    state.withLock { state in
      guard !state.waiting.isEmpty else { return nil }
      defer { state.waiting.removeAll(keepingCapacity: true) }
      return (state.waiting, state.subscribers)
    }
  }
}
