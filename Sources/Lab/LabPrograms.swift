package import Authority
import Certreq
import PuTTY
package import Workstation

extension Program {
  /// The programs of PC1's command window beside its own commands.
  package static let lab: [Program] = [.certreq, .ping, .plink, .psftp, .ssh, .wget]
}

extension World {
  /// The names of psftp's commands.
  package static var psftpCommands: [String] { Program.psftpCommands }

  /// The accounts of the certificate authority as the lab of the page has them in this pod, with the
  /// passwords that the page prints: whoever has the page knows these.
  package var pageAccounts: [DomainAccount] {
    guard let page = try? WorldDescription().inPod(pod) else { return [] }
    return page.authority.accounts.map { DomainAccount(name: $0.key, password: $0.value) }
  }
}
