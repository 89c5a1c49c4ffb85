package import Foundation

/// A program of this machine.
package enum HostProgram {
  /// What a run came to.
  package struct Result: Sendable {
    package let output: String
    package let errors: String
    package let status: Int32

    /// Output, then errors.
    package var text: String { output + errors }
  }

  /// Runs a program, by default in the checkout and with the tests' own environment.
  package static func run(
    _ program: String, _ arguments: [String], input: Data = Data(),
    folder: String = Checkout.root.path, environment: [String: String]? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    if let environment { process.environment = environment }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    // On threads of their own: a pipe holds 64 KiB, then the other side waits.
    Thread.detachNewThread {
      // A program may end before it has read all; that is no reason for the tests to end.
      Self.blockPipeSignal()
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

  /// Writing to a pipe that nobody reads any more is then an error of this thread's write.
  private static func blockPipeSignal() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Runs `openssl`, the judge of what the program makes.
  package static func openssl(
    _ arguments: [String], input: [UInt8] = [], folder: String = Checkout.root.path
  ) throws -> Result {
    try run("/usr/bin/openssl", arguments, input: Data(input), folder: folder)
  }
}
