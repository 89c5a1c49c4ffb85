/// A prompt that names the window it stands in, whatever window was used before.
public enum WindowPrompt: Hashable, Sendable {
  /// `cms1a> `: the console of the appliance with that host name.
  case console(host: String)
  /// `C:\Users\admin>`: the command window of PC1, in that folder.
  case command(folder: String)
  /// `psftp> `: psftp, in the command window of PC1.
  case psftp

  /// The prompt at the start of a line, and its length; nil if none stands there.
  static func scan(_ line: ArraySlice<UInt8>) -> (prompt: WindowPrompt, length: Int)? {
    guard let end = line.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let name = line[..<end]
    let after = line[(end + 1)...]
    if name.dropFirst().starts(with: ":\\".utf8), let drive = name.first, drive.isUppercase {
      return (.command(folder: name.asText), name.count + 1)
    }
    guard let first = name.first, first.isLetterOrDigit,
      name.allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }),
      after.first ?? UInt8(ascii: " ") == UInt8(ascii: " ")
    else { return nil }
    let host = name.asText
    return (host == "psftp" ? .psftp : .console(host: host), name.count + 1 + after.prefix(1).count)
  }
}

extension UInt8 {
  fileprivate var isUppercase: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }

  fileprivate var isLetterOrDigit: Bool {
    isUppercase || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
