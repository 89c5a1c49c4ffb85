public import Console
import Ledger

/// The command window of PC1: cmd.exe.
public final class CommandWindow: Mode, Seated {
  private let state: WindowState
  private lazy var secretWords = SecretWords(seat.programs)

  /// Longest line, in characters, as Microsoft states it.
  private static let maximumLength = 8191

  /// A window in the seat's folder.
  public init(at seat: Seat) {
    state = WindowState(at: seat)
  }

  /// The folder and `>`, without a blank, below an empty line. Escape clears the line as in every
  /// window of Windows' consoles.
  public var prompt: Prompt {
    Prompt(state.showsPrompt ? "\n\(seat.folder)>" : "", escapeClearsLine: true)
  }

  /// Carries out one line. An empty line is answered by the next prompt; the end of input leaves.
  public func receive(_ input: Input, on screen: any Screen) -> Reply {
    guard !seat.isCut else { return Reply(next: .end) }
    return switch input {
    case .line(let line): carryOut(line, on: screen)
    case .end: Reply(next: .pop)
    case .interrupt: Reply()
    }
  }

  private func carryOut(_ line: String, on screen: any Screen) -> Reply {
    // A line can hold no line ends; those pasted into the middle of one do not count, nor do zeros.
    let typed = String(
      String.UnicodeScalarView(line.unicodeScalars.filter { !"\r\n\0".unicodeScalars.contains($0) })
    )
    guard typed.utf16.count <= Self.maximumLength else { return refuse(CmdMessages.lineTooLong) }
    let expanded = Variables.expand(typed, value: state.value(of:))
    guard expanded.utf16.count <= Self.maximumLength else { return refuse(CmdMessages.lineTooLong) }
    guard !isRemark(expanded) else { return Reply() }
    do throws(CommandLine.Problem) {
      return LineRun(try CommandLine(expanded), in: state).proceed(on: screen)
    } catch {
      switch error {
      case .unexpected(let sign): return refuse(CmdMessages.unexpected(sign: sign))
      case .incomplete: return refuse(CmdMessages.syntaxIncorrect)
      case .continues:
        return Reply(
          next: .push(
            Question(
              CmdMessages.more,
              told: { [secretWords] more in
                // A secret may stand in either part, or its option in both.
                let whole = secretWords.told(
                  of: String(typed.dropLast()) + more)
                return whole.secrets.isEmpty
                  ? TypedLine(more) : TypedLine(TypedLine.mask, secrets: whole.secrets)
              }
            ) { [weak self] more, screen in
              guard let self else { return Reply() }
              var reply = carryOut(String(typed.dropLast()) + more, on: screen)
              // `exit` cut in two still leaves the window, not only the question.
              if case .pop = reply.next { reply.next = .end }
              return reply
            }))
      }
    }
  }

  /// Whoever sits at the machine.
  public var owner: (any Sendable)? { seat.presence }

  /// The folder it is in.
  package var folder: WindowsPath { seat.folder }

  /// The line with its secrets masked.
  public func told(of line: String) -> TypedLine { secretWords.told(of: line) }

  /// File names of the current folder, or of the one that is typed in front.
  public func completion(of line: String) -> String { FileCompletion(state).rest(of: line) }

  /// What it has of its own.
  var seat: Seat { state.seat }

  private func refuse(_ saying: Saying) -> Reply {
    seat.errorLevel = 1
    return Reply(saying)
  }

  /// Remarks and labels hide operators too.
  private func isRemark(_ line: String) -> Bool {
    let start = line.drop { $0 == " " || $0 == "\t" || $0 == "@" }
    guard !start.hasPrefix(":") else { return true }
    let word = start.prefix { $0 != " " && $0 != "\t" }
    return word.lowercased() == "rem"
  }
}
