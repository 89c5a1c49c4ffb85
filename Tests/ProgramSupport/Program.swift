package import Foundation
package import TestSupport

/// The built program, run as its users run it.
package enum Program {
  /// What a run came to.
  package typealias Result = HostProgram.Result

  /// The program lies beside the tests.
  package static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "mmp").path

  /// Runs it with `input` on its standard input, in the checkout.
  package static func run(_ arguments: String..., input: String = "") throws -> Result {
    try run(arguments, input: Data(input.utf8))
  }

  /// Runs it with any bytes on its standard input, by default in the checkout.
  package static func run(
    _ arguments: [String], input: Data = Data(), folder: String = Checkout.root.path
  ) throws -> Result {
    try HostProgram.run(path, arguments, input: input, folder: folder)
  }
}
