import Console
import Ledger

extension Builtin {
  /// The columns of Windows with American settings; the clock shows UTC.
  static let dir = Builtin(
    "dir", summary: "Displays a list of files and subdirectories in a directory."
  ) { (call) throws(Complaint) in
    let words = Words(call.rest)
    // Switches that change the look or the order of the list are accepted and change nothing, but
    // for /b and the folders and files of /a.
    try call.check(words.options, allowed: "abcdlnopqrtwx4")
    let isBare = words.options.contains { $0.lowercased() == "b" }
    var output = Output()
    var hasHeader = false
    var status = 0
    for name in words.names.isEmpty ? [""] : words.names where !call.screen.isInterrupted {
      let listing = try Listing(name, kinds: Listing.kinds(words.options), call)
      guard !output.isFull else { throw Complaint(CmdMessages.notEnoughStorage) }
      if isBare {
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
      if listing.rows.allSatisfy({ isBare && $0.isDots }) {
        output.add(CmdMessages.dirNothing, to: .error)
        status = 1
      }
    }
    return Effect(output, status: status)
  }
}
