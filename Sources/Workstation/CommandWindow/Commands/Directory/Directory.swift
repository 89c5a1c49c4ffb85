import Console
import Ledger

extension Builtin {
  /// The columns of Windows with American settings; the clock shows UTC.
  static let dir = Builtin(
    "dir", summary: "Displays a list of files and subdirectories in a directory."
  ) { (call) throws(Complaint) in
    let words = Words(call.rest)
    let presets = Words(call.window.value(of: "DIRCMD") ?? "").options
    var output = Output()
    do throws(Complaint) { _ = try DirectoryOptions(presets, call) } catch {
      output.add(error.saying, to: .error)
      output.add(CmdMessages.errorInVariable, to: .error)
      return Effect(output, status: error.status)
    }
    let options = try DirectoryOptions(presets + words.options, call)
    var hasHeader = false
    var status = 0
    for name in words.names.isEmpty ? [""] : words.names where !call.screen.isInterrupted {
      let listing = try Listing(name, options, call)
      guard !output.isFull else { throw Complaint(CmdMessages.notEnoughStorage) }
      if options.isBare {
        for row in listing.rows where !row.isDots { output.add(line: row.name) }
      } else {
        if !hasHeader {
          output.add(CmdMessages.dirVolume)
          output.add(CmdMessages.dirSerial(serial: VolumeFacts.serial))
          hasHeader = true
        }
        output.add(CmdMessages.dirHeading(path: listing.folder.description))
        if !listing.rows.isEmpty { listing.add(to: &output) }
      }
      // A folder's dots are no names for /b.
      if listing.rows.allSatisfy({ options.isBare && $0.isDots }) {
        output.add(CmdMessages.dirNothing, to: .error)
        status = 1
      }
    }
    return Effect(output, status: status)
  }
}
