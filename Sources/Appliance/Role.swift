/// What a user of the appliance may do (MMP reference 2.0 p. 27; services.md 7).
public enum Role: String, Sendable, CaseIterable {
  /// Everything.
  case admin
  /// Keys and certificates.
  case crypto
  /// Reading what the appliance recorded.
  case audit
  /// The Web Admin interface only.
  case appadmin
  /// The API only.
  case api

  /// Whether it may log in over SSH.
  public var mayLogIn: Bool {
    switch self {
    case .admin, .crypto, .audit: true
    case .appadmin, .api: false
    }
  }

  /// What it may do with files over SFTP.
  public var fileAccess: FileAccess {
    switch self {
    case .admin, .crypto: .full
    case .audit: .readOnly
    case .appadmin, .api: .none
    }
  }

  /// What somebody may do with an appliance's files; see ``UserFiles``.
  public enum FileAccess: Sendable {
    /// Nothing.
    case none
    /// Fetch what the appliance itself writes. Private keys are not among that.
    case readOnly
    /// Everything.
    case full
  }
}
