import Certreq
import PuTTY
package import Workstation

extension Program {
  /// The programs of PC1's command window beside its own commands.
  package static let lab: [Program] = [.certreq, .ping, .plink, .psftp, .ssh, .wget]
}
