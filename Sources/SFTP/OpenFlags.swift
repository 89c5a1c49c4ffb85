/// What a file is opened for (draft-ietf-secsh-filexfer-02, section 6.3).
struct OpenFlags: OptionSet {
  let rawValue: UInt32

  /// Reading; also meant when there is neither this nor writing, as by OpenSSH.
  static let read = OpenFlags(rawValue: 0x01)
  /// Writing.
  static let write = OpenFlags(rawValue: 0x02)
  /// Each write goes to the end.
  static let append = OpenFlags(rawValue: 0x04)
  /// A file that is not there is made.
  static let create = OpenFlags(rawValue: 0x08)
  /// What the file holds is dropped.
  static let truncate = OpenFlags(rawValue: 0x10)
  /// With ``create``: a file that is there is refused.
  static let exclusive = OpenFlags(rawValue: 0x20)

  /// Whether what is opened may be read.
  var reads: Bool { contains(.read) || !contains(.write) }
  /// Whether opening or what follows may change files.
  var changes: Bool { !isDisjoint(with: [.write, .create, .truncate]) }
  /// Whether the file must not be there.
  var mustBeNew: Bool { isSuperset(of: [.create, .exclusive]) }
}
