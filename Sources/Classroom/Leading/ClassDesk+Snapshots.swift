import Journal
import Lab
import Store
import Words

extension ClassDesk {
  /// A copy of all that a pod has now.
  func takeSnapshot(
    _ name: String, of pod: Int, to asker: any ClassAsker
  ) throws(ClassRefusal) {
    let live = try liveAttempt(of: pod)
    served(pod)?.catchUp()
    do throws(StoreFault) {
      _ = try archive.file.write { (writing) throws(StoreFault) in
        try writing.takeSnapshot(name, of: pod, now: clock())
      }
    } catch {
      guard error == .exists else { throw ClassRefusal(error) }
      throw ClassRefusal("pod \(pod) has a snapshot \(Shown.quoted(name)) already")
    }
    say(
      "snapshot \(Shown.plain(name)) of pod \(pod), attempt \(live.number), is taken", to: asker)
  }

  /// Has a pod go on where a copy was taken, in a new attempt.
  func restore(_ name: String, in pod: Int, to asker: any ClassAsker) throws(ClassRefusal) {
    try check(name, of: pod)
    let attempt = try replace(pod, telling: .restored(snapshot: name)) {
      (writing) throws(StoreFault) in try writing.restore(name, in: pod, now: clock())
    }
    archive.catchUp()
    say("pod \(pod) is as in \(Shown.plain(name)): attempt \(attempt.number)", to: asker)
  }

  /// Takes a copy away.
  func drop(_ name: String, of pod: Int, to asker: any ClassAsker) throws(ClassRefusal) {
    try check(name, of: pod)
    try write { (writing) throws(StoreFault) in try writing.removeSnapshot(name, of: pod) }
    say("snapshot \(Shown.plain(name)) of pod \(pod) is dropped", to: asker)
  }

  /// Which copies there are, of a pod or of all.
  func showSnapshots(
    of pod: Int?, asJSON: Bool, to asker: any ClassAsker
  ) throws(ClassRefusal) {
    let list = SnapshotList(
      notes: try read { (reading) throws(StoreFault) in try reading.snapshotNotes(of: pod) })
    asker.show(Array((asJSON ? list.json : list.text).utf8))
  }

  private func check(_ name: String, of pod: Int) throws(ClassRefusal) {
    let names = try read { (reading) throws(StoreFault) in
      try reading.snapshots(of: pod).compactMap(\.name)
    }
    guard !names.contains(name) else { return }
    let all = names.map { Shown.plain($0) }.joined(separator: ", ")
    throw .unknown(
      "snapshot", name, among: names,
      otherwise: names.isEmpty ? "pod \(pod) has none" : "pod \(pod) has \(all)")
  }
}
