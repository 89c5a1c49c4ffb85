import Foundation
import TestSupport

/// A file of commands, what is typed at them, and every byte that was shown. The README beside the
/// files describes them.
package struct Capture: Sendable, CustomStringConvertible {
  private let folder: CheckoutFolder
  private let name: String

  package var description: String { name }

  /// All captures of a folder of ``Fixtures/captures(_:)``.
  package static func all(in folder: String) -> [Capture] {
    let folder = Fixtures.captures(folder)
    let names = (try? folder.names) ?? []
    precondition(!names.isEmpty, "no captures in \(folder.path)")
    return names.map { Capture(folder: folder, name: $0) }
  }

  /// Types it all again; what is shown now and was not then, nil if nothing differs. With
  /// `MMP_CAPTURE=update` in the environment the file becomes what is shown now.
  package func difference(on stage: CaptureStage) throws -> String? {
    let path = folder.path(of: name)
    let old = try folder.text(name).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    var replay = CaptureReplay(stage: stage)
    try replay.play(old.dropLast(old.last == "" ? 1 : 0))
    let new = replay.lines + [""]
    if ProcessInfo.processInfo.environment["MMP_CAPTURE"] == "update" {
      try Data(new.joined(separator: "\n").utf8).write(to: URL(filePath: path))
      return "\(path) was written anew"
    }
    // Unicode's equivalent characters are not the same bytes.
    guard !old.joined(separator: "\n").utf8.elementsEqual(new.joined(separator: "\n").utf8) else {
      return nil
    }
    return "\(path):\n" + LineDifference.text(from: old, to: new)
  }
}
