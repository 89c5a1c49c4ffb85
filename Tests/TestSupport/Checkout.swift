import Foundation

/// The checkout that the tests were built from: the one place that knows where its files are.
package enum Checkout {
  /// All of it.
  package static let root = CheckoutFolder(relativePath: ".")
  /// The pages for users and developers.
  package static let docs = CheckoutFolder(relativePath: "docs")
  /// The targets.
  package static let sources = CheckoutFolder(relativePath: "Sources")
  /// The page that everybody reads first.
  package static let readme = "README.md"

  /// What a target of tests has for itself.
  package static func resources(of target: String) -> CheckoutFolder {
    CheckoutFolder(relativePath: "Tests/\(target)/Resources")
  }
}

/// Files that tests read, and that the transcripts and the fuzzers share.
package enum Fixtures {
  /// Keys, requests, certificates and bundles of every form, and what is none.
  package static let pki = files("pki")
  /// Certificates and requests with the text that OpenSSL 1.0.2 printed of them.
  package static let inspect = CheckoutFolder(relativePath: "fixtures/inspect")
  /// Certificates and bundles with what OpenSSL 1.0.2 said of them.
  package static let verify = CheckoutFolder(relativePath: "fixtures/verify")
  /// The built-in scenarios.
  package static let scenarios = CheckoutFolder(relativePath: "fixtures/scenarios")
  /// The built-in sets of tasks.
  package static let tasks = CheckoutFolder(relativePath: "fixtures/tasks")
  /// What appliances and PC1 say.
  package static let transcripts = CheckoutFolder(relativePath: "fixtures/transcripts")

  /// State files of each version there was.
  package static let state = CheckoutFolder(relativePath: "fixtures/state")

  /// An appliance's files, as `--files` takes them.
  package static func files(_ name: String) -> CheckoutFolder {
    CheckoutFolder(relativePath: "fixtures/files/\(name)")
  }

  /// All that was shown once, byte for byte: at a `terminal`, behind a `pipe`, over `ssh`.
  package static func captures(_ name: String) -> CheckoutFolder {
    CheckoutFolder(relativePath: "fixtures/captures/\(name)")
  }
}

/// A folder of the checkout.
package struct CheckoutFolder: Sendable {
  /// Its path from the checkout, where tests run the program.
  package let relativePath: String

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL.path

  /// Its path from anywhere.
  package var path: String {
    relativePath == "." ? Self.root : "\(Self.root)/\(relativePath)"
  }

  /// The names in it, in order.
  package var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  /// A folder in it.
  package func folder(_ name: String) -> CheckoutFolder {
    CheckoutFolder(relativePath: relativePath(of: name))
  }

  /// A file's path from anywhere.
  package func path(of name: String) -> String { "\(path)/\(name)" }

  /// A file's path from the checkout.
  package func relativePath(of name: String) -> String { "\(relativePath)/\(name)" }

  /// All that a file holds.
  package func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path(of: name))))
  }

  /// A file as text.
  package func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(of: name), encoding: .utf8)
  }

  /// Copies all of it to a new folder.
  package func copy(to path: String) throws {
    try FileManager.default.createDirectory(
      at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: self.path, toPath: path)
  }
}
