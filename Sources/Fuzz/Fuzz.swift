import Appliance
import Console
import Glibc
import MMPShell
import PKI

/// Feeds random bytes to the parsers: as typed lines to the shell, as a file to `pki` commands.
///
/// Built only with FUZZ=1, see `make fuzz`. libFuzzer stops at a crash and leaves the input behind.
@main
enum Fuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments, fuzz))
  }
}

private func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let appliance = Appliance(hostname: "cms1a", release: .default, keys: NoKeys(), now: { 0 })
  try? appliance.store([
    FileStore.File(name: "a.cer", contents: input), FileStore.File(name: "a.pub", contents: input),
  ])
  let session = Session(Shell(on: appliance))
  let screen = TextScreen()
  for line in [
    "pki inspect a.cer", "pki inspect a.pub", "pki match a.cer a.cer",
    "pki verify a.cer a.cer a.cer",
    "pki unlock a.cer", "secret", "pki pkcs12-to-ssh a", "secret",
  ] { session.receive(line, on: screen) }
  for line in String(decoding: input.prefix(4096), as: UTF8.self).split(separator: "\n") {
    session.receive(String(line), on: screen)
    _ = session.mode?.completion(of: String(line))
  }
  return 0
}

/// Gives up at once: primes take longer than a fuzzer has.
private struct NoKeys: KeySource {
  func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? {
    _ = progress(.candidate)
    return nil
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ fuzz: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
