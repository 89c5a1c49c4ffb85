import Ledger

/// How a file is read or written.
enum CopyMode {
  /// Up to the first Ctrl-Z when read, with one at the end when written.
  case ascii
  /// Byte for byte.
  case binary
}

/// What stands behind `copy`.
struct CopyLine {
  /// A name and the mode asked for, if any.
  struct Operand {
    let name: String
    var mode: CopyMode?
  }

  private(set) var sources: [Operand] = []
  private(set) var destination: Operand?
  /// Whether a `+` stands between names.
  private(set) var joins = false
  /// `/y`.
  private(set) var overwrites = false

  /// A switch counts for the name before it and all behind it, up to the next; in front of all
  /// names for all. The destination thus inherits the last. Of `presets`, what COPYCMD holds, only
  /// `/y` and `/-y` count, and those typed count more.
  init(_ text: String, presets: String = "") throws(Complaint) {
    for preset in Words(presets).options {
      switch preset.lowercased() {
      case "y": overwrites = true
      case "-y": overwrites = false
      default: break
      }
    }
    var mode: CopyMode?
    var wantsSource = true
    for word in Words(text, joins: true).words {
      switch word {
      case .option(let option):
        switch option.lowercased() {
        case "a", "b":
          mode = option.lowercased() == "a" ? .ascii : .binary
          if destination != nil {
            destination?.mode = mode
          } else if !sources.isEmpty {
            sources[sources.count - 1].mode = mode
          }
        case "y": overwrites = true
        case "-y": overwrites = false
        case "d", "l", "n", "v", "z": break
        default: throw Complaint(CmdMessages.invalidSwitch(switch: option))
        }
      case .name(let name):
        if wantsSource {
          sources.append(Operand(name: name, mode: mode))
          wantsSource = false
        } else {
          guard destination == nil else { throw Complaint(CmdMessages.syntaxIncorrect) }
          destination = Operand(name: name, mode: mode)
        }
      case .plus:
        guard !sources.isEmpty, !wantsSource, destination == nil else {
          throw Complaint(CmdMessages.syntaxIncorrect)
        }
        joins = true
        wantsSource = true
      case .comma:
        // `copy /b file+,,` gives a file today's date.
        if joins, wantsSource { wantsSource = false }
      }
    }
    guard !sources.isEmpty, !wantsSource, sources.allSatisfy({ !$0.name.isEmpty }) else {
      throw Complaint(CmdMessages.syntaxIncorrect)
    }
    guard destination?.name.isEmpty != true else { throw Complaint(CmdMessages.syntaxIncorrect) }
    lastMode = mode
  }

  /// The mode the destination gets if none is named.
  let lastMode: CopyMode?
}
