import Foundation

/// The built program, run as its users run it.
enum Program {
  /// What a run came to.
  struct Result {
    let output: String
    let errors: String
    let status: Int32
  }

  /// The program lies beside the tests.
  static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "mmp")

  static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  /// Runs `mmp` with `input` on its standard input, in the checkout.
  static func run(_ arguments: String..., input: String = "") throws -> Result {
    try run(executable, arguments, input: Data(input.utf8))
  }

  /// Runs any program.
  static func run(_ program: URL, _ arguments: [String], input: Data = Data()) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = checkout
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
  static func openssl(_ arguments: String...) throws -> (text: String, status: Int32) {
    let result = try run(URL(filePath: "/usr/bin/openssl"), arguments)
    return (result.output + result.errors, result.status)
  }
}

/// A folder that is gone after the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "mmp-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
    return attributes[.posixPermissions] as? Int ?? 0
  }
}
