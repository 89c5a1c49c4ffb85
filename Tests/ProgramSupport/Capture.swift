import Foundation

/// A file of commands, what is typed at them, and every byte that was shown. The README beside the
/// files describes them.
package struct Capture: Sendable, CustomStringConvertible {
  private let file: URL

  package var description: String { file.lastPathComponent }

  /// All captures of a folder of `fixtures/captures`.
  package static func all(in folder: String) -> [Capture] {
    let folder = Program.checkout.appending(path: "fixtures/captures/\(folder)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    precondition(!names.isEmpty, "no captures in \(folder.path)")
    return names.sorted().map { Capture(file: folder.appending(path: $0)) }
  }

  /// Types it all again; what is shown now and was not then, nil if nothing differs. With
  /// `MMP_CAPTURE=update` in the environment the file becomes what is shown now.
  package func difference(on stage: CaptureStage) throws -> String? {
    let old = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var replay = CaptureReplay(stage: stage)
    try replay.play(old.dropLast(old.last == "" ? 1 : 0))
    let new = replay.lines + [""]
    if ProcessInfo.processInfo.environment["MMP_CAPTURE"] == "update" {
      try Data(new.joined(separator: "\n").utf8).write(to: file)
      return "\(file.path) was written anew"
    }
    // Unicode's equivalent characters are not the same bytes.
    guard !old.joined(separator: "\n").utf8.elementsEqual(new.joined(separator: "\n").utf8) else {
      return nil
    }
    return "\(file.path):\n" + LineDifference.text(from: old, to: new)
  }
}
