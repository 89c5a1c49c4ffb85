package import Foundation

/// The built program, run as its users run it.
package enum Program {
  /// What a run came to.
  package struct Result: Sendable {
    package let output: String
    package let errors: String
    package let status: Int32
  }

  /// The program lies beside the tests.
  package static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "mmp")

  package static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  /// Runs `mmp` with `input` on its standard input, in the checkout.
  package static func run(_ arguments: String..., input: String = "") throws -> Result {
    try run(executable, arguments, input: Data(input.utf8))
  }

  /// Runs any program, by default in the checkout and with the tests' own environment.
  package static func run(
    _ program: URL, _ arguments: [String], input: Data = Data(), folder: URL = checkout,
    environment: [String: String]? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    if let environment { process.environment = environment }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    // On threads of their own: a pipe holds 64 KiB, then the other side waits.
    Thread.detachNewThread {
      try? stdin.fileHandleForWriting.write(contentsOf: input)
      try? stdin.fileHandleForWriting.close()
    }
    nonisolated(unsafe) var errors = Data()
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      errors = (try? stderr.fileHandleForReading.readToEnd()) ?? Data()
      done.signal()
    }
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    done.wait()
    process.waitUntilExit()
    return Result(
      output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self), status: process.terminationStatus)
  }

  /// Runs the `openssl` command; its output and errors together.
  package static func openssl(_ arguments: String...) throws -> (text: String, status: Int32) {
    let result = try run(URL(filePath: "/usr/bin/openssl"), arguments)
    return (result.output + result.errors, result.status)
  }
}
