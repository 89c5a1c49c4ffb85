public import Gateway

/// What a front end says at its start: who is where. It can be pasted into a terminal, or with
/// hosts' lines into a hosts file: what is there for reading stands behind `#`.
public struct EndpointTable {
  /// Where the names lead; nil if no hosts' lines are wanted.
  public var hostsPort: HostsPort?
  /// Passwords that are to be told, by pod.
  public var passwords: [Int: String] = [:]

  private let hosts: [ServedHost]
  private let address: String
  /// How many machines have a name.
  private let holders: [String: Int]
  private let fullNames: Set<String>

  /// The table of machines that are served at an address.
  public init(_ hosts: [ServedHost], address: String) {
    self.hosts = hosts
    self.address = address
    holders = hosts.flatMap(\.names).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    fullNames = Set(hosts.compactMap(\.names.first))
  }

  /// The table, then a command or a hosts' line for each machine.
  public var text: String {
    let lines = rows.map { "# \($0)" } + hosts.map(line)
    return lines.map { "\($0)\n" }.joined()
  }

  /// The line for a key that all machines have besides their own, which may be there later than
  /// they are.
  public static func line(ofShared key: HostKeyPair) -> String {
    "# RSA host key of all, for old clients: \(key.fingerprint)\n"
  }

  private var rows: [String] {
    let table =
      [["name", "pod", "host", "port", "user", "fingerprint"]]
      + hosts.map {
        [
          shortName(of: $0), "\($0.pod)", $0.hostname, "\($0.port)",
          $0.users.joined(separator: ","), $0.hostKey.fingerprint,
        ]
      }
    let widths = (0..<5).map { column in table.map { $0[column].utf8.count }.max() ?? 0 }
    return table.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.utf8.count + 2) }.joined()
        + row[5]
    }
  }

  private func line(_ served: ServedHost) -> String {
    let password = passwords[served.pod].map { "password \($0)" }
    guard let hostsPort else {
      let remarks = ["pod \(served.pod)", served.hostname, password].compactMap(\.self)
      return "ssh -p \(served.port) \(served.user)@\(Endpoint.reachable(address))"
        + "  # \(remarks.joined(separator: ", "))"
    }
    let line = "\(served.ownAddress) \(names(of: served).joined(separator: " "))"
    let port = hostsPort == .own ? "ssh -p \(served.port)" : nil
    let remarks = [port, password].compactMap(\.self)
    return remarks.isEmpty ? line : "\(line)  # \(remarks.joined(separator: ", "))"
  }

  /// Those that lead to no other machine: the full one, and others that no pod shares.
  private func names(of served: ServedHost) -> [String] {
    served.names.prefix(1)
      + served.names.dropFirst().filter { holders[$0] == 1 && !fullNames.contains($0) }
  }

  private func shortName(of served: ServedHost) -> String {
    names(of: served).min { $0.utf8.count < $1.utf8.count } ?? served.names.first ?? ""
  }
}
