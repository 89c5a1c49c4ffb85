import Appliance
import Console

extension CommandTable {
  /// What may be told of a line that somebody with `role` typed: secret arguments masked, and
  /// whether the command is open to the role.
  ///
  /// Ask the table of all commands: those closed to the role have secrets too.
  func told(of line: String, by role: Role) -> TypedLine {
    let typed = CommandLineWords(line)
    guard let (command, arguments) = command(for: typed.words) else { return TypedLine(line) }
    let isPermitted = command.roles.contains(role)
    guard command.syntax.contains(where: \.isSecret) else {
      return TypedLine(line, isPermitted: isPermitted)
    }
    var told = TypedLine("", isPermitted: isPermitted)
    let ranges = Array(typed.ranges.suffix(arguments.count))
    let doubtful = command.firstDoubtfulArgument(in: ranges.map { line[$0] })
    var end = line.startIndex
    for (index, range) in ranges.enumerated() where index < doubtful {
      guard command.isSecretArgument(at: index) else { continue }
      told.text += line[end..<range.lowerBound]
      told.mask(line[range], meaning: arguments[index])
      end = range.upperBound
    }
    if doubtful < ranges.count {
      let start = ranges[doubtful].lowerBound
      told.text += line[end..<start]
      told.mask(line[start...], meaning: doubtful == ranges.count - 1 ? arguments[doubtful] : "")
      end = line.endIndex
    }
    told.text += line[end...]
    return told
  }
}

extension Command {
  /// The argument from which on it is unclear which word was meant as a secret; the number of
  /// arguments if that is clear of all.
  ///
  /// With a word too many, some secret was perhaps typed with blanks; such a line is refused, and no
  /// answer repeats its words. A quotation mark in the last word may have taken the secret behind it
  /// into that word.
  fileprivate func firstDoubtfulArgument(in typed: [Substring]) -> Int {
    guard let firstSecret = syntax.firstIndex(where: \.isSecret) else { return typed.count }
    if typed.count > argumentCount.upperBound { return firstSecret }
    let last = typed.count - 1
    guard last >= 0, typed[last].utf8.contains(UInt8(ascii: "\"")),
      syntax.dropFirst(typed.count).contains(where: \.isSecret)
    else { return typed.count }
    return last
  }
}

extension TypedLine {
  /// Ends the text with a mask for what was `typed`, quotation marks and all, and for its meaning.
  fileprivate mutating func mask(_ typed: Substring, meaning secret: String) {
    text += Self.mask
    secrets.append(String(typed))
    if !secret.isEmpty, !secret.hasSameBytes(as: typed) { secrets.append(secret) }
    // The longest first: taken apart by a shorter one, its rest would be told.
    secrets.sort { $0.utf8.count > $1.utf8.count }
  }
}
