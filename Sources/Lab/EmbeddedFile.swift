private import CWorlds
import YAML

/// A YAML file that is part of the program.
struct EmbeddedFile {
  /// Its name without `.yaml`.
  let name: String
  /// Its name as places in it have it.
  var fileName: String { "\(name).yaml" }
  private let contents: UnsafeBufferPointer<UInt8>

  /// Everything in it.
  var bytes: [UInt8] { Array(contents) }

  /// The world of the lab page.
  static var pod7: EmbeddedFile { EmbeddedFile(cworlds_pod7()) }

  /// What the page adds to it by its end.
  static var pageDone: EmbeddedFile { EmbeddedFile(cworlds_page_done()) }

  /// The private keys of ready-made hosts and authorities.
  static var keys: EmbeddedFile { EmbeddedFile(cworlds_keys()) }

  /// The scenarios, in the order in which they are best met.
  static var scenarios: [EmbeddedFile] {
    (0..<cworlds_scenario_count()).map { EmbeddedFile(cworlds_scenario($0)) }
  }

  private init(_ file: cworlds_file) {
    name = String(cString: file.name)
    contents = UnsafeBufferPointer(start: file.bytes, count: file.size)
  }
}

extension Node {
  /// Reads a file of the program's own.
  init(reading file: EmbeddedFile) throws(YAMLError) {
    try self.init(reading: file.bytes, file: file.fileName)
  }
}
