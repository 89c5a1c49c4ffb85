import Classroom
import Glibc

/// What whoever serves is warned of at the start; nothing of it keeps anybody from serving.
struct Cautions {
  /// The address to listen on.
  var address: String
  /// Whether the passwords are not the lab's public ones.
  var hasOwnPasswords: Bool
  /// Files that were given and hold secrets, or are not there.
  var secrets: [HostFile]
  /// How many descriptors are granted and promised; nil if they suffice.
  var descriptorShortage: (granted: Int, promised: Int)?

  /// A line for each kind of thing to be warned of.
  var lines: [String] {
    var lines: [String] = []
    if !hasOwnPasswords, !Loopback.contains(address) {
      lines.append(
        "\(address) is open to others, and the passwords are the lab's public ones; "
          + "see --passwords")
    }
    let exposed = secrets.filter(\.isReadableByOthers)
    if let first = exposed.first {
      let rest = exposed.count > 1 ? " and \(exposed.count - 1) more" : ""
      lines.append("others can read \(first.path)\(rest); chmod go= keeps them out")
    }
    if geteuid() == 0 { lines.append("running as root, which only ports below 1024 need") }
    if let descriptorShortage {
      lines.append(
        "the system grants \(descriptorShortage.granted) open files, and the limits promise "
          + "\(descriptorShortage.promised): clients will be turned away before; see ulimit -Hn")
    }
    return lines
  }
}
