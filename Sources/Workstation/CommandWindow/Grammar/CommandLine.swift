/// A line of the command window cut at its operators.
///
/// `|` binds tightest, then `&&`, `||` and `&`. Quotation marks hide operators, `^` takes the
/// meaning of the character behind it.
struct CommandLine {
  /// When a pipeline is run, seen from the one before it.
  enum Link: Equatable {
    /// Behind `&`, or the first.
    case always
    /// Behind `&&`.
    case ifDone
    /// Behind `||`.
    case ifFailed
  }

  /// Commands joined by `|`, each feeding the next.
  struct Pipeline {
    let link: Link
    var commands: [Simple] = []
  }

  /// One command: what stands before it is blank, what follows its name is as typed.
  struct Simple {
    var text = ""
    var redirections: [Redirection] = []
  }

  /// Where a stream goes or comes from.
  struct Redirection {
    enum Target: Equatable {
      case file(String, appends: Bool)
      case stream(Int)
    }
    /// 0 input, 1 output, 2 errors.
    let stream: Int
    let target: Target
  }

  /// Why a line cannot be run.
  enum Problem: Error, Equatable {
    /// An operator where a command should be.
    case unexpected(String)
    /// An operator with nothing behind it.
    case incomplete
    /// A `^` at the end: the command window asks for more.
    case continues
  }

  /// In the order typed.
  let pipelines: [Pipeline]

  init(_ line: String) throws(Problem) {
    var scanner = CommandLineScanner(line)
    pipelines = try scanner.pipelines()
  }
}
