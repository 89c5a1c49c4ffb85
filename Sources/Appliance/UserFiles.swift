/// The files of an appliance as one of its users meets them over SFTP: those stored, and those that
/// the appliance writes itself, which nobody changes.
public struct UserFiles: Sendable {
  private let visit: Visit
  private var appliance: Appliance { visit.appliance }
  private var account: Account { visit.account }

  /// The files of an appliance for one of its visitors.
  public init(for visit: Visit) { self.visit = visit }

  private var access: Role.FileAccess { account.role.fileAccess }

  /// Those the user sees: in order of creation, then the appliance's own.
  public var all: [FileStore.File] {
    let generated = access == .none ? [] : appliance.generatedFiles
    guard access == .full else { return generated }
    return appliance.files.filter { !Appliance.isGenerated($0.name) }
      + (appliance.listsGeneratedFiles ? generated : [])
  }

  /// The one of that name; nil if there is none that the user sees.
  public func file(named name: String) -> FileStore.File? {
    if Appliance.isGenerated(name) {
      return access == .none ? nil : appliance.generatedFiles.first { $0.name == name }
    }
    guard access == .full else { return nil }
    return appliance.file(named: name) ?? appliance.workingFile(name, of: account.name)
  }

  /// Whether the user may write, rename or delete a file of that name, or make one.
  public func mayChange(_ name: String) -> Bool {
    access == .full && !Appliance.isGenerated(name) && !isLoginOfAnother(name)
  }

  /// Whether a file of that name lets somebody else in. Whoever wrote it could log in as them; only
  /// `admin` may.
  private func isLoginOfAnother(_ name: String) -> Bool {
    account.role != .admin
      && appliance.accounts.contains { $0.name != account.name && $0.keyFileName == name }
  }
}
