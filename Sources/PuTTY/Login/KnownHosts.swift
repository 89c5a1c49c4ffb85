package import Workstation

extension Workstation {
  /// The hosts in OpenSSH's `known_hosts`, in lower case; others raise the question about the host
  /// key.
  package var knownHosts: Set<String> { registry[file] }

  /// Adds hosts to it.
  package func know(_ hosts: Set<String>) { registry.add(hosts, to: file) }
}

/// The file is not on the drive: nobody has to edit it, and who deletes a folder keeps it.
private let file = #"%userprofile%\.ssh\known_hosts"#
