/// A path on an SFTP server, in full and without `.`, `..` and needless slashes.
///
/// It is bytes, as in SFTP: they need not be text, and comparing hostile text takes minutes.
public struct RemotePath: Sendable, Equatable {
  /// The path, beginning with a slash.
  public let bytes: [UInt8]

  /// The one directory there is.
  public static let root = RemotePath([])

  private static let slash = UInt8(ascii: "/")

  /// The path that `typed` stands for in `folder`. Nothing lies above `/`.
  public init(_ typed: some Collection<UInt8>, in folder: RemotePath = .root) {
    self.init(typed.first == Self.slash ? [Array(typed)] : [folder.bytes, Array(typed)])
  }

  /// The path that `typed` stands for in `folder`.
  public init(_ typed: String, in folder: String = "/") {
    self.init(typed.utf8, in: RemotePath([Array(folder.utf8)]))
  }

  private init(_ parts: [[UInt8]]) {
    let dot = UInt8(ascii: ".")
    var names: [ArraySlice<UInt8>] = []
    for name in parts.lazy.flatMap({ $0.split(separator: Self.slash) }) {
      if name.elementsEqual([dot]) { continue }
      if name.elementsEqual([dot, dot]) {
        _ = names.popLast()
      } else {
        names.append(name)
      }
    }
    bytes = [Self.slash] + names.joined(separator: [Self.slash])
  }

  /// Whether it is `/`.
  public var isRoot: Bool { bytes.count == 1 }

  /// The path as text, with replacement characters for what is none.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The names from the root down.
  public var names: [ArraySlice<UInt8>] { bytes.split(separator: Self.slash) }

  /// What stands behind the first slash.
  var name: ArraySlice<UInt8> { bytes.dropFirst() }

  /// Whether it leads through a directory below `/`, where there is none.
  var isNested: Bool { name.contains(Self.slash) }
}
