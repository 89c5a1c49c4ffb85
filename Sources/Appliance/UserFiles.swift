/// The files of an appliance as one of its users meets them over SFTP: those stored, and those that
/// the appliance writes itself, which nobody changes.
public struct UserFiles: Sendable {
  private let appliance: Appliance
  private let access: Role.FileAccess

  /// The files of `appliance` for somebody of that role.
  public init(of appliance: Appliance, for role: Role) {
    self.appliance = appliance
    access = role.fileAccess
  }

  /// Those the user sees: in order of creation, then the appliance's own.
  public var all: [FileStore.File] {
    let generated = access == .none ? [] : appliance.generatedFiles
    guard access == .full else { return generated }
    return appliance.files.filter { !Appliance.isGenerated($0.name) } + generated
  }

  /// The one of that name; nil if there is none that the user sees.
  public func file(named name: String) -> FileStore.File? {
    if Appliance.isGenerated(name) {
      return access == .none ? nil : appliance.generatedFiles.first { $0.name == name }
    }
    return access == .full ? appliance.file(named: name) : nil
  }

  /// Whether the user may write, rename or delete a file of that name, or make one.
  public func mayChange(_ name: String) -> Bool {
    access == .full && !Appliance.isGenerated(name)
  }
}
