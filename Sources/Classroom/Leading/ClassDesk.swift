package import Control
package import Lab
import Store

/// Where whoever leads a class gets what they ask for: of the pods that are served, if somebody serves
/// them, and of the file that keeps them. Any thread may ask.
package struct ClassDesk: Sendable {
  /// What keeps the class.
  let archive: Archive
  /// The pods that are served, by their numbers; nil if nobody serves them.
  let pods: [Int: ServedPod]?
  /// The real time, in milliseconds since 1970.
  let clock: @Sendable () -> Int64

  /// A desk.
  ///
  /// - Parameters:
  ///   - classroom: nil if nobody serves the class: it is the file's alone then.
  ///   - clock: the real time, in milliseconds since 1970.
  package init(
    _ archive: Archive, of classroom: Classroom?, clock: @escaping @Sendable () -> Int64
  ) {
    let pods = classroom.map { classroom in
      Dictionary(classroom.pods.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    }
    self.init(archive, of: pods, clock: clock)
  }

  /// A desk for those pods.
  init(_ archive: Archive, of pods: [Int: ServedPod]?, clock: @escaping @Sendable () -> Int64) {
    (self.archive, self.pods, self.clock) = (archive, pods, clock)
  }

  /// Does what somebody asks for; how that ends.
  package func carryOut(_ request: ClassRequest, for asker: any ClassAsker) -> Ending {
    do throws(ClassRefusal) {
      return try answer(request, for: asker)
    } catch {
      return Ending(status: error.status, error.text)
    }
  }

  private func answer(
    _ request: ClassRequest, for asker: any ClassAsker
  ) throws(ClassRefusal) -> Ending {
    if request.verb.needsServer, pods == nil {
      throw ClassRefusal("nobody serves the class now", status: 69)
    }
    let pod = try request.values[.pod].map { (text) throws(ClassRefusal) in try number(of: text) }
    switch request.verb {
    case .status: try showStatus(asJSON: request.values[.json] != nil, to: asker)
    case .events:
      return try showEvents(of: pod, follows: request.values[.follow] != nil, to: asker)
    case .grade: try showGrades(as: request.values[.format], to: asker)
    case .say: try say(request.values[.text] ?? "", in: pod, to: asker)
    case .forget: try forget(pod, to: asker)
    case .snapshots:
      try showSnapshots(of: pod, asJSON: request.values[.json] != nil, to: asker)
    case .watch, .reset, .snapshot, .restore, .drop, .inject, .remove, .password:
      if request.isForAll {
        try answerForAll(request, for: asker)
        break
      }
      guard let pod else { throw ClassRefusal("it is not said which pod", status: 64) }
      return try answer(request, of: pod, for: asker)
    }
    return Ending()
  }

  @discardableResult
  func answer(
    _ request: ClassRequest, of pod: Int, for asker: any ClassAsker
  ) throws(ClassRefusal) -> Ending {
    let name = request.values[.name] ?? ""
    switch request.verb {
    case .watch: return try watch(pod, at: request.values[.host], for: asker)
    case .reset: try reset(pod, to: asker)
    case .snapshot: try takeSnapshot(name, of: pod, to: asker)
    case .restore: try restore(name, in: pod, to: asker)
    case .inject: try inject(name, request.values[.text] ?? "", into: pod, to: asker)
    case .drop: try drop(name, of: pod, to: asker)
    case .remove: try remove(pod, to: asker)
    case .password: try password(of: pod, isNew: request.values[.random] != nil, to: asker)
    case .status, .events, .grade, .say, .forget, .snapshots: break
    }
    return Ending()
  }

  // MARK: - What the others use

  func served(_ pod: Int) -> ServedPod? { pods?[pod] }

  func read<Result: Sendable>(
    _ body: (Reading) throws(StoreFault) -> Result
  ) throws(ClassRefusal) -> Result {
    do throws(StoreFault) { return try archive.file.read(body) } catch { throw ClassRefusal(error) }
  }

  func write<Result: Sendable>(
    _ body: (Writing) throws(StoreFault) -> Result
  ) throws(ClassRefusal) -> Result {
    do throws(StoreFault) { return try archive.file.write(body) } catch {
      throw ClassRefusal(error)
    }
  }

  func say(_ line: String, to asker: any ClassAsker) { asker.show(Array("\(line)\n".utf8)) }
}
