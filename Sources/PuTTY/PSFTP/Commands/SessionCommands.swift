import Ledger
import Workstation

extension PSFTPCommand {
  static let bye = PSFTPCommand(
    "bye", HelpMessages.bye, HelpMessages.byeHelp, needsServer: false
  ) { call in
    call.psftp.quit()
    return true
  }

  /// Counts as failed, so that a script stops there: PuTTY's own slip.
  static let close = PSFTPCommand("close", HelpMessages.close, HelpMessages.closeHelp) { call in
    call.psftp.disconnect()
    return false
  }

  static let open = PSFTPCommand(
    "open", HelpMessages.open, HelpMessages.openHelp, needsServer: false
  ) { call in
    guard call.psftp.remote == nil else {
      call.say(PSFTPMessages.alreadyConnected)
      return false
    }
    let arguments = Array(call.arguments)
    guard let host = arguments.first else {
      call.say(PSFTPMessages.openNoHost)
      return false
    }
    var port = call.psftp.options.port
    if arguments.count > 1 {
      port = number(atStartOf: arguments[1])
      guard port != 0 else {
        call.say(PSFTPMessages.openBadPort)
        return false
      }
    }
    call.psftp.connect(to: host, port: port)
    return true
  }

  static let helpCommand = PSFTPCommand(
    "help", HelpMessages.help, HelpMessages.helpHelp, needsServer: false
  ) { call in
    if call.arguments.isEmpty {
      let listed = all.filter(\.isListed)
      let width = (listed.map(\.name.utf8.count).max() ?? 0) + 2
      for command in listed {
        let blanks = String(repeating: " ", count: width - command.name.utf8.count)
        call.say(command.summary.behind(command.name + blanks))
      }
    }
    for name in call.arguments {
      if let command = named(name) {
        call.say(command.help.behind(name))
      } else {
        call.say(HelpMessages.notFound(word: name))
      }
    }
    return true
  }

  /// Everything behind `!` goes to the command window.
  static let local = PSFTPCommand(
    "!", HelpMessages.local, HelpMessages.localHelp, needsServer: false
  ) { call in
    guard let line = call.arguments.first else { return true }
    let seat = call.psftp.seat.child(in: call.psftp.localFolder)
    call.psftp.show(seat.run(line))
    return seat.errorLevel == 0
  }

  static let lcd = PSFTPCommand(
    "lcd", HelpMessages.lcd, HelpMessages.lcdHelp, needsServer: false
  ) { call in
    guard let typed = call.arguments.first else {
      call.say(PSFTPMessages.expectsLocalDirectory)
      return false
    }
    let psftp = call.psftp
    let path = psftp.localFolder.resolving(typed)
    let drive = psftp.seat.drive
    guard let path, drive.entry(at: path)?.isFolder == true else {
      // Windows' messages 267, 2 and 3.
      let entry = path.flatMap { drive.entry(at: $0) }
      let isFolderMissing = path.map { drive.entry(at: $0.parent)?.isFolder != true } ?? true
      let reason: String =
        if entry != nil {
          "The directory name is invalid."
        } else if isFolderMissing {
          "The system cannot find the path specified."
        } else {
          "The system cannot find the file specified."
        }
      call.say(DirectoryMessages.cannotEnterLocal(reason: reason))
      return false
    }
    psftp.localFolder = path
    call.say(DirectoryMessages.localDirectoryNow(folder: path.description))
    return true
  }

  static let lpwd = PSFTPCommand(
    "lpwd", HelpMessages.lpwd, HelpMessages.lpwdHelp, needsServer: false
  ) { call in
    call.say(DirectoryMessages.localDirectory(folder: call.psftp.localFolder.description))
    return true
  }

  /// The number a word starts with, as C's `atoi` reads it; 0 if there is none.
  private static func number(atStartOf word: String) -> Int {
    Int(word.prefix { ("0"..."9").contains($0) }) ?? 0
  }
}
