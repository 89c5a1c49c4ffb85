import Appliance
import Console
import MMPShell
import PKI

/// The parsers of files and lines: as lines typed to the shell, as a file for the `pki` commands.
func fuzzFiles(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let appliance = fuzzedAppliance()
  try? appliance.store([
    FileStore.File(name: "a.cer", contents: input), FileStore.File(name: "a.pub", contents: input),
  ])
  let session = appliance.frontDoor.console().session()
  let screen = TextScreen()
  for line in [
    "pki inspect a.cer", "pki inspect a.pub", "pki match a.cer a.cer",
    "pki verify a.cer a.cer a.cer",
    "pki unlock a.cer", "secret", "pki pkcs12-to-ssh a", "secret",
  ] { session.receive(.line(line), on: screen) }
  for line in String(decoding: input.prefix(4096), as: UTF8.self).split(separator: "\n") {
    session.receive(.line(String(line)), on: screen)
    _ = session.mode?.completion(of: String(line))
  }
  return 0
}

/// A small appliance that makes no keys.
func fuzzedAppliance() -> Appliance {
  Appliance(
    hostname: "cms1a", quota: Quota(fileSize: 1 << 16, fileCount: 16, totalSize: 1 << 18),
    keys: NoKeys(), now: { 0 })
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
