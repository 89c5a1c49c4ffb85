import Glibc

/// The program's entry. A console of which nothing else is said, what most start, starts without the
/// parser, which takes longer than all the rest.
@main
enum EntryPoint {
  static func main() {
    StandardStream.reserve()
    Signals.reportLimits()
    guard CommandLine.argc <= 1 else { return MMP.start(CommandLine.arguments) }
    Signals.takeOverForSession()
    exit(ConsoleJob().status())
  }
}
