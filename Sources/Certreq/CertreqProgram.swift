import Console
import Ledger
package import Workstation

extension Program {
  /// Microsoft's client for certificate authorities, its commands `-submit` and `-retrieve`
  /// (workstation.md 2).
  package static let certreq = Program(
    names: ["certreq"], secretOptions: ["-p", "/p", "-password", "/password"]
  ) { start in
    do throws(CertreqOptions.Misuse) {
      let options = try CertreqOptions(start.arguments)
      let run = CertreqRun(options, start.seat)
      return switch options.verb {
      case .submit: CertreqSubmission(options, run).begin()
      case .retrieve: CertreqRetrieval(options, run).begin()
      }
    } catch {
      return reply(to: error, on: start.seat)
    }
  }

  private static func reply(
    to misuse: CertreqOptions.Misuse, on seat: Seat
  ) -> Reply {
    let isError = misuse != .help
    seat.errorLevel = isError ? CertreqFailure.errorLevel(of: CertreqFailure.misuse) : 0
    let sayings =
      switch misuse {
      case .help: [CertreqMessages.usage]
      case .unknown(let word):
        [CertreqMessages.usage, CertreqMessages.unknownArgument(argument: word)]
      case .missingValue(let word):
        [CertreqMessages.usage, CertreqMessages.missingArgument(option: word)]
      case .otherVerb(let verb): [CertreqMessages.otherVerb(verb: verb)]
      }
    return Reply(sayings.map(Reply.Part.saying))
  }
}
