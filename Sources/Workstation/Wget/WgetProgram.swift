import Console
import Ledger

extension Program {
  /// GNU wget as a plain downloader (workstation.md 4).
  package static let wget = Program(names: ["wget"], secretOptions: secretWgetOptions) { start in
    // wget repeats its own name as it was typed, without the extension.
    let typed = start.name.lowercased().hasSuffix(".exe") ? start.name.dropLast(4) : start.name[...]
    let name = String(typed)
    let problem: Saying
    do throws(WgetOptions.Misuse) {
      let options = try WgetOptions(start.arguments, name: name)
      if options.asksForHelp || options.asksForVersion {
        start.seat.errorLevel = 0
        return Reply(
          options.asksForVersion ? WgetMessages.version : WgetMessages.help(name: name))
      }
      guard options.urls.isEmpty else {
        var run = WgetRun(options, name: name, on: start.seat)
        return Reply(run.download())
      }
      problem = WgetMessages.missingURL(name: name)
      start.seat.errorLevel = 1
    } catch {
      problem = error.line
      start.seat.errorLevel = 2
    }
    return Reply(
      problem, WgetMessages.usage(name: name).ending("\n\n"), WgetMessages.hint(name: name))
  }

  /// Those that give a password, as short as wget takes them.
  private static let secretWgetOptions = Set(
    [("--password", 7), ("--http-password", 8), ("--ftp-password", 7), ("--proxy-password", 10)]
      .flatMap { (name, least) in (least...name.count).map { String(name.prefix($0)) } }
      + ["--http-passwd", "--proxy-passwd"])
}
