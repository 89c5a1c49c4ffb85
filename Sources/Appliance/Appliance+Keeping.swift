import Journal
import Synchronization

/// What outlives the program, if somebody keeps it.
extension Appliance {
  /// What its settings are called where they are kept.
  enum Setting {
    static let hostname = "hostname"
    static let nextHostname = "nextHostname"
  }

  /// Has changes kept, for whoever holds the state's lock and has not changed it yet.
  func keep(_ changes: @autoclosure () -> [Change]) throws(StoreRefusal) {
    do throws(KeepingFault) {
      try journal.keep(changes(), of: name)
    } catch {
      throw .full
    }
  }

  /// The same for changes that cannot be refused.
  func owe(_ changes: @autoclosure () -> [Change]) { journal.owe(changes(), of: name) }

  /// Its settings as they are kept: values by name.
  public var settings: [String: String] {
    state.withLock { state in
      var settings = [Setting.hostname: state.hostname]
      settings[Setting.nextHostname] = state.nextHostname
      return settings
    }
  }

  /// Takes up what was kept of an appliance of this name, before anybody is let in. Settings that it
  /// does not know do not matter.
  public func takeUp(settings: [String: String]) {
    state.withLock { state in
      state.hostname = settings[Setting.hostname] ?? state.hostname
      state.nextHostname = settings[Setting.nextHostname]
    }
  }
}
