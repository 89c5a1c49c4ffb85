import Glibc

/// Feeds random bytes to what takes bytes from strangers. FUZZ_TARGET says to which part.
///
/// Built only with FUZZ=1, see `make fuzz`. libFuzzer stops at a crash and leaves the input behind.
@main
enum Fuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    let target: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
    switch getenv("FUZZ_TARGET").map({ String(cString: $0) }) {
    case "editor": target = fuzzEditor
    case "sftp": target = fuzzSFTP
    case "worlds": target = fuzzWorlds
    default: target = fuzzFiles
    }
    exit(runDriver(&count, &arguments, target))
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ fuzz: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
