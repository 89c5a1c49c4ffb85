/// The files of an appliance as one of its users meets them over SFTP.
public struct UserFiles: Sendable {
  private let appliance: Appliance
  private let access: Role.FileAccess

  /// The files of `appliance` for somebody of that role.
  public init(of appliance: Appliance, for role: Role) {
    self.appliance = appliance
    access = role.fileAccess
  }

  /// Those the user sees, in order of creation.
  public var all: [FileStore.File] {
    switch access {
    case .none, .readOnly: []
    case .full: appliance.files
    }
  }

  /// The one of that name; nil if there is none that the user sees.
  public func file(named name: String) -> FileStore.File? {
    switch access {
    case .none, .readOnly: nil
    case .full: appliance.file(named: name)
    }
  }

  /// Whether the user may write, rename or delete a file of that name, or make one.
  public func mayChange(_ name: String) -> Bool { access == .full }
}
