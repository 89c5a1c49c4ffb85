/// Who asks for a key, so that where many wait each has a turn.
public struct Asker: Sendable, Hashable {
  /// Whatever stands for the group they belong to, such as a pod.
  public let group: ObjectIdentifier
  /// Their number in it.
  public let member: Int

  /// Somebody of a group.
  public init(of group: ObjectIdentifier, member: Int) {
    self.group = group
    self.member = member
  }
}
