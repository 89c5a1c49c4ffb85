import Classroom
import Gateway
import Glibc
import Journal

/// `--ready`: tells other programs that all ports are open, and where.
enum ReadyNote {
  /// Standard output.
  case output
  case file(HostFile)

  /// `-` or a file, which must be one that can be written.
  init(_ target: String) throws(Failure) {
    guard target != "-" else {
      self = .output
      return
    }
    let file = HostFile(path: target)
    try file.checkWritable(failing: .cannotCreate)
    // Whoever waits for it must not find that of an earlier start.
    unlink(target)
    self = .file(file)
  }

  /// Whether standard output is for nothing else.
  var hasOutput: Bool { if case .output = self { true } else { false } }

  /// Writes where the machines are served, as one object of JSON. A file appears whole.
  ///
  /// - Parameter sharedFingerprint: that of a key which all have besides their own.
  func write(_ hosts: [ServedHost], sharedFingerprint: String?) throws(Failure) {
    let text = Self.text(hosts, sharedFingerprint: sharedFingerprint)
    switch self {
    case .output: try StandardStream.output.print(text)
    case .file(let file): try file.write(Array(text.utf8))
    }
  }

  private static func text(_ hosts: [ServedHost], sharedFingerprint: String?) -> String {
    var pods: [(number: Int, hosts: [String])] = []
    for served in hosts {
      if pods.last?.number != served.pod { pods.append((served.pod, [])) }
      let fingerprints = [served.hostKey.fingerprint, sharedFingerprint].compactMap(\.self)
        .map { JSONText.quoted($0) }.joined(separator: ", ")
      pods[pods.count - 1].hosts.append(
        "{\"name\": \(JSONText.quoted(served.hostname)), \"port\": \(served.port), "
          + "\"user\": \(JSONText.quoted(served.user)), \"fingerprints\": [\(fingerprints)]}")
    }
    let objects = pods.map {
      "{\"pod\": \($0.number), \"hosts\": [\($0.hosts.joined(separator: ", "))]}"
    }
    return "{\"pods\": [\(objects.joined(separator: ", "))]}\n"
  }
}
