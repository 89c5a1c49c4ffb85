import Appliance
import Journal
import PKI
import Workstation

extension World {
  /// Something goes wrong: all of it, or nothing if something of it cannot be done.
  ///
  /// It may be called at any time, by one thread at a time. Files that others change meanwhile are
  /// theirs: the fault is tried again with what they hold then.
  ///
  /// - Throws: a sentence about the first thing that cannot be done.
  public func befall(_ fault: Fault) throws(WorldError) { try befall(fault, isTold: true) }

  /// The same; what is not told was so before anything happened.
  func befall(_ fault: Fault, isTold: Bool) throws(WorldError) {
    guard !fault.actions.isEmpty else { return }
    for _ in 0..<8 where try attempt(fault.inPod(pod), isTold: isTold) { return }
    throw fault.refused("the files have changed meanwhile, again and again")
  }

  /// Whether nobody interfered.
  private func attempt(_ fault: Fault, isTold: Bool) throws(WorldError) -> Bool {
    let hosts = appliances.values.sorted { $0.name < $1.name }
    let found = hosts.map(\.files)
    var shelves = zip(hosts, found).map { (host, files) in
      Shelf(of: host.name, files: files.map { ($0.name, $0.contents) })
    }
    shelves.append(Shelf(of: "pc1", ignoresCase: true, files: certificateFiles))
    var run = FaultRun(shelves: shelves, authorities: authorities, keys: keys, now: now())
    let known = Set(authorities.files.map(\.name))
    try run.run(fault)
    // A stranger among the authorities may have been set up for it.
    let strangers = MachineChanges(
      of: WorldKeeper.authority,
      authorities.files.filter { !known.contains($0.name) }.map(\.change))

    let exchanges = zip(zip(hosts, found), run.shelves).compactMap { (host, shelf) in
      FileExchange(on: host.0, shelf, found: host.1)
    }
    let by = isTold ? Presence(journal, host: workstation.name, actor: nil) : nil
    do throws(Drive.Hindrance<FileExchange.Hindrance>) {
      try workstation.drive.exchange(
        (run.shelves.last?.replacements ?? []).map {
          Drive.Replacement(
            path: certificateFolder.appending($0.name), found: $0.found, contents: $0.contents)
        }, by: by
      ) { (changes) throws(FileExchange.Hindrance) in
        let others = [MachineChanges(of: workstation.name, changes), strangers]
        guard exchanges.isEmpty else {
          return try FileExchange.commit(exchanges, isTold: isTold, with: others)
        }
        do throws(KeepingFault) { try journal.keeper?.keep(others) } catch {
          throw .refused(appliance: workstation.name, .full)
        }
      }
    } catch {
      switch error {
      case .changed, .other(.changed): return false
      case .refused(let reason):
        throw fault.refused("what it makes of files cannot be stored on pc1: \(reason)")
      case .other(.refused(let host, let refusal)):
        throw fault.refused("what it makes of files cannot be stored on \(host): \(refusal)")
      }
    }
    journal.deliver()
    return true
  }

  /// What is in PC1's folder of certificates.
  private var certificateFiles: [(name: String, contents: [UInt8])] {
    // Whoever deleted the folder has no files in it.
    ((try? workstation.drive.list(certificateFolder)) ?? []).compactMap { entry in
      entry.contents.map { (entry.name, $0) }
    }
  }
}

extension WorldContents.File {
  /// The file as something that comes to be.
  fileprivate var change: Change {
    .file(name: name, contents: contents, modified: Int64(modified ?? 0), mode: mode)
  }
}

extension Fault {
  /// The error for what its actions come to together; its place is the last of them.
  fileprivate func refused(_ sentence: String) -> WorldError {
    guard let origin = actions.last?.origin?.action else { return WorldError("fault: \(sentence)") }
    return WorldError(at: origin, sentence)
  }
}

extension FileExchange {
  /// What has changed on the shelf of an appliance; nil if nothing has.
  fileprivate init?(on appliance: Appliance, _ shelf: Shelf, found: [FileStore.File]) {
    let changes = shelf.changes.map { (name, contents) in
      Replacement(name: name, found: found.first { $0.name == name }, contents: contents)
    }
    guard !changes.isEmpty else { return nil }
    self.init(on: appliance, changes)
  }
}
