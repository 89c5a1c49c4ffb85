import Console
import Ledger
package import Workstation

extension Program {
  /// PuTTY's SFTP client, release 0.70 (workstation.md 1.1), with the lab page's lines.
  package static let psftp = psftp(saying: .labPage)

  /// Where a password is typed, it says `lines`.
  static func psftp(saying lines: PSFTPLines) -> Program {
    Program(names: ["psftp"], secretOptions: ["-pw"], asksSecret: true) { start in
      do throws(PuTTYOptions.Misuse) {
        let options = try PuTTYOptions(start.arguments, of: "psftp")
        return PSFTP(options: options, saying: lines, on: start.seat).start()
      } catch {
        start.seat.errorLevel = error.errorLevel
        return Reply(error.saying)
      }
    }
  }
}
