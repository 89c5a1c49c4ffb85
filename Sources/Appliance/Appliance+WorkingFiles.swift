public import Journal
import Synchronization
public import Time

extension Appliance {
  /// A user's file under a name for the time of an upload; nil if there is none.
  public func workingFile(_ name: String, of user: String) -> FileStore.File? {
    state.withLock { $0.files.working.file(name, of: user) }
  }

  /// Deletes one; false if there is none of that name.
  public func removeWorkingFile(_ name: String, of user: String) -> Bool {
    state.withLock { $0.files.working.take(name, of: user) != nil }
  }

  /// Sets what it is to have as a file of the appliance; false if there is none of that name.
  public func setWorkingFile(
    _ name: String, of user: String, mode: UInt16? = nil, modified: UnixTime? = nil
  ) -> Bool {
    state.withLock { state in
      state.files.working.change(name, of: user) { $0.with(modified: modified, mode: mode) }
    }
  }

  /// Makes it a file of the appliance, as the upload that it was. With `replacing`, a file that has
  /// the new name already is written over.
  public func finishWorkingFile(
    _ name: String, of user: String, as newName: String, replacing: Bool, by presence: Presence
  ) throws(FileStore.RenameFailure) {
    try state.withLock { (state) throws(FileStore.RenameFailure) in
      guard let file = state.files.working.file(name, of: user) else { throw .notFound }
      guard FileName.isValid(newName) else { throw .invalidName }
      let isThere = state.files[newName] != nil
      guard replacing || !isThere else { throw .exists }
      var next = state.files
      // What it takes up as one, it takes up as the other.
      _ = next.working.take(name, of: user)
      let finished = file.with(name: newName)
      do throws(StoreRefusal) {
        try next.store([finished])
        _ = next.setMode(file.mode, of: newName)
        try keep(next[newName].map { [$0.change] } ?? [])
      } catch {
        throw .full
      }
      state.files = next
      presence.commit(isThere ? .replaced(finished.note) : .stored(finished.note))
    }
    journal.deliver()
  }

  /// Drops what a visit has left under such names.
  public func dropWorkingFiles(of visit: Int) {
    state.withLock { $0.files.working.drop(of: visit) }
  }
}
