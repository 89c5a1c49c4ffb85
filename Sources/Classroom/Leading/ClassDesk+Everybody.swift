import Store
import Words

extension ClassDesk {
  /// Does for each pod what is asked for. A pod where it cannot be done keeps none from having it; each
  /// has a line that says what became of it.
  func answerForAll(
    _ request: ClassRequest, for asker: any ClassAsker
  ) throws(ClassRefusal) {
    let pods = try concerned(by: request)
    guard !pods.isEmpty else { throw ClassRefusal("there is no pod") }
    var failures = 0
    for (index, pod) in pods.enumerated() {
      do throws(ClassRefusal) {
        try answer(request, of: pod, for: asker)
      } catch {
        if error.isOfNewPod, request.verb == .reset || request.verb == .snapshot {
          say(error.text, to: asker)
          continue
        }
        guard error.status == 1 else {
          // It is the file's, so the others would fare no better.
          throw ClassRefusal(
            "\(error.text); nothing was done in "
              + Self.words(pods[index...].count, of: pods.count), status: error.status)
        }
        failures += 1
        say("pod \(pod): not done: \(error.text)", to: asker)
      }
    }
    guard failures == 0 else {
      throw ClassRefusal("nothing was done in \(Self.words(failures, of: pods.count))")
    }
  }

  private static func words(_ count: Int, of all: Int) -> String {
    "\(count) of \(all) \(all == 1 ? "pod" : "pods")"
  }

  /// All pods; where a copy is to go, those that have it.
  private func concerned(by request: ClassRequest) throws(ClassRefusal) -> [Int] {
    let (rows, notes) = try read { (reading) throws(StoreFault) in
      (try reading.pods(), try reading.snapshotNotes())
    }
    let name = request.values[.name] ?? ""
    guard request.verb == .drop else { return numbers(with: rows) }
    let holders = notes.filter { $0.name == name }.map(\.pod)
    guard holders.isEmpty else { return holders }
    let names = Set(notes.map(\.name)).sorted()
    let all = names.map { Shown.plain($0) }.joined(separator: ", ")
    throw .unknown(
      "snapshot", name, among: names,
      otherwise: names.isEmpty ? "no pod has any" : "the class has \(all)")
  }
}
