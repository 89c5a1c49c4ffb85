import Glibc

/// The program's entry. A console or lab of which nothing else is said, what most start, starts without
/// the parser, which takes longer than most of the rest.
@main
enum EntryPoint {
  static func main() {
    StandardStream.reserve()
    Signals.reportLimits()
    let words = CommandLine.arguments.dropFirst()
    guard words.isEmpty || words == ["console"] || words == ["lab"] else {
      return MMP.start(CommandLine.arguments)
    }
    Signals.takeOverForSession()
    exit(words == ["lab"] ? LabJob().status() : ConsoleJob().status())
  }
}
