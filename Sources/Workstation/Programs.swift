extension Program {
  /// The programs of PC1's command window beside its own commands.
  static let all: [Program] = [.certreq, .plink, .psftp, .ssh, .wget]
}
