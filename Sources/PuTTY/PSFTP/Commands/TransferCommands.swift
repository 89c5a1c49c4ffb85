import Ledger

extension PSFTPCommand {
  static let get = PSFTPCommand("get", HelpMessages.get, HelpMessages.getHelp) {
    fetch($0)
  }
  static let reget = PSFTPCommand("reget", HelpMessages.reget, HelpMessages.regetHelp) {
    fetch($0, continuing: true)
  }
  static let mget = PSFTPCommand("mget", HelpMessages.mget, HelpMessages.mgetHelp) { call in
    guard let transfer = Transfer(call) else { return false }
    for typed in transfer.names {
      var names = [typed]
      if RemoteWildcard.unescape(typed) == nil {
        // As in PuTTY, a wildcard that stands for nothing does not count as an error.
        guard let matches = call.matches(of: typed) else { continue }
        if matches.isEmpty { call.say(DirectoryMessages.nothingMatched(wildcard: typed)) }
        names = matches
      }
      guard (names.map { transfer.fetch($0, as: nil) }).last ?? true else { return false }
    }
    return true
  }

  static let put = PSFTPCommand("put", HelpMessages.put, HelpMessages.putHelp) {
    send($0)
  }
  static let reput = PSFTPCommand("reput", HelpMessages.reput, HelpMessages.reputHelp) {
    send($0, continuing: true)
  }
  static let mput = PSFTPCommand("mput", HelpMessages.mput, HelpMessages.mputHelp) { call in
    guard let transfer = Transfer(call) else { return false }
    for typed in transfer.names {
      guard (transfer.localNames(for: typed).map { transfer.send($0, as: nil) }).last ?? true
      else { return false }
    }
    return true
  }

  /// Further words than a file and its other name are ignored, as psftp does.
  private static func fetch(_ call: PSFTPCall, continuing: Bool = false) -> Bool {
    guard let transfer = Transfer(call, continuing: continuing), let name = transfer.names.first
    else { return false }
    return transfer.fetch(name, as: transfer.names.dropFirst().first)
  }

  private static func send(_ call: PSFTPCall, continuing: Bool = false) -> Bool {
    guard let transfer = Transfer(call, continuing: continuing), let name = transfer.names.first
    else { return false }
    return transfer.send(name, as: transfer.names.dropFirst().first)
  }
}
