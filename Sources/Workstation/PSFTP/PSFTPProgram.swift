import Console
import Ledger

extension Program {
  /// PuTTY's SFTP client, release 0.70 (workstation.md 1.1).
  static let psftp = Program(names: ["psftp"], secretOptions: ["-pw"]) { start in
    do throws(PuTTYOptions.Refusal) {
      let options = try PuTTYOptions(start.arguments, of: "psftp")
      return PSFTP(options: options, on: start.workstation).start()
    } catch {
      start.workstation.errorLevel = error.errorLevel
      return Reply(error.saying)
    }
  }
}
