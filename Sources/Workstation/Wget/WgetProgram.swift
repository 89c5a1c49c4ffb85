import Console
import Ledger

extension Program {
  /// GNU wget as a plain downloader (workstation.md 4).
  static let wget = Program(names: ["wget"]) { start in
    // wget repeats its own name as it was typed, without the extension.
    let typed = start.name.lowercased().hasSuffix(".exe") ? start.name.dropLast(4) : start.name[...]
    let name = String(typed)
    var lines: [String]
    do throws(WgetOptions.Misuse) {
      let options = try WgetOptions(start.arguments, name: name)
      if options.asksForHelp || options.asksForVersion {
        start.workstation.errorLevel = 0
        return Reply(
          text(options.asksForVersion ? Message.wgetVersion() : Message.wgetHelp(name)))
      }
      guard options.urls.isEmpty else {
        var run = WgetRun(options, name: name, on: start.workstation)
        return Reply(run.download())
      }
      lines = [Message.wgetMissingURL(name)]
      start.workstation.errorLevel = 1
    } catch {
      lines = [error.line]
      start.workstation.errorLevel = 2
    }
    lines += [Message.wgetUsage(name), "", Message.wgetTry(name)]
    return Reply(text(lines.joined(separator: "\n")))
  }

  private static func text(_ lines: String) -> [UInt8] { Array("\(lines)\n".utf8) }
}
