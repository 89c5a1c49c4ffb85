import Glibc

/// The program's entry. A console or lab of which nothing else is said, what most start, starts without
/// the parser, which takes longer than most of the rest.
@main
enum EntryPoint {
  static func main() {
    StandardStream.reserve()
    Signals.reportLimits()
    // Swift's list of the words takes a tenth of a millisecond to make.
    let word = CommandLine.argc == 2 ? CommandLine.unsafeArgv[1].map { String(cString: $0) } : nil
    guard CommandLine.argc <= 1 || word == "console" || word == "lab" else {
      return MMP.start(CommandLine.arguments)
    }
    Signals.takeOverForSession()
    exit(word == "lab" ? LabJob().status() : ConsoleJob().status())
  }
}
