import Console
import Ledger

extension Program {
  /// Microsoft's client for certificate authorities, its `-submit` command (workstation.md 2).
  static let certreq = Program(names: ["certreq"]) { start in
    do throws(CertreqOptions.Misuse) {
      let submission = CertreqSubmission(try CertreqOptions(start.arguments), start.workstation)
      return submission.begin()
    } catch {
      return reply(to: error, on: start.workstation)
    }
  }

  private static func reply(
    to misuse: CertreqOptions.Misuse, on workstation: Workstation
  ) -> Reply {
    let isError = misuse != .help
    workstation.errorLevel = isError ? CertreqFailure("", CertreqFailure.misuse).errorLevel : 0
    let lines =
      switch misuse {
      case .help: [Message.certreqUsage()]
      case .unknown(let word): [Message.certreqUsage(), Message.certreqUnknownArgument(word)]
      case .missingValue(let word):
        [Message.certreqUsage(), Message.certreqMissingArgument(word)]
      case .otherVerb(let verb): [Message.certreqOtherVerb(verb)]
      }
    return Reply(Array(lines.map { $0 + "\n" }.joined().utf8))
  }
}
