import COpenSSLReference
import Glibc

/// The files the programs work on.
struct Workload {
  /// A folder for what is written.
  let folder: String
  /// The program under test, as `make bench` builds it.
  let program = ".build/release/mmp"
  /// The small PKI of the fixtures.
  let files = "fixtures/files/pki"

  /// A file of `count` equal lines.
  func script(_ name: String, _ line: String, count: Int) -> String {
    write(name, String(repeating: line + "\n", count: count))
  }

  /// A transcript of `steps` simple commands.
  func transcript(steps: Int) -> String {
    write(
      "steps-\(steps).txt",
      String(
        repeating: "cms1a> pki list\nUser supplied [..] and keys:\ncms1a> version\n2.9.0\n",
        count: (steps + 1) / 2))
  }

  /// Prints a certificate from C.
  func inspect() {
    let certificate = Self.server
    _ = reference_inspect(certificate, certificate.count)
  }

  /// Matches a key and a certificate from C.
  func match() {
    _ = reference_match(Self.key, Self.key.count, Self.server, Self.server.count)
  }

  /// Verifies a chain of three from C.
  func verify() {
    _ = reference_verify(Self.edge, Self.edge.count, Self.bundle, Self.bundle.count)
  }

  /// The most memory a console had that waits at its prompt, in megabytes.
  func idlePeakMegabytes() -> Double {
    // The shell keeps the console's input open while its memory is read.
    let report = "\(folder)/memory"
    system(
      "sleep 0.5 | \(program) > /dev/null & sleep 0.3;"
        + " grep VmHWM /proc/$(pgrep -n -x mmp)/status > \(report); wait")
    let digits = Self.read(report).filter { (0x30...0x39).contains($0) }
    return (Double(String(decoding: digits, as: UTF8.self)) ?? .infinity) / 1024
  }

  private static let server = read("fixtures/files/pki/server.cer")
  private static let key = read("fixtures/files/pki/server.key")
  private static let edge = read("fixtures/files/pki/edge.cer")
  private static let bundle = read("fixtures/files/pki/bundle.cer")

  private static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    return Array(bytes[..<fread(&bytes, 1, bytes.count, file)])
  }

  func write(_ name: String, _ text: String) -> String {
    let path = "\(folder)/\(name)"
    guard let file = fopen(path, "w") else { return path }
    fputs(text, file)
    fclose(file)
    return path
  }
}
