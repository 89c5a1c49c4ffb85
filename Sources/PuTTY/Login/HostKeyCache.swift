package import Workstation

extension Workstation {
  /// The hosts whose SSH host key PuTTY keeps in the registry; others raise the host-key question.
  package var cachedHostKeys: Set<String> { registry[hostKeyCache] }

  /// Has PuTTY keep those hosts' keys.
  package func cacheHostKeys(of hosts: Set<String>) { registry.add(hosts, to: hostKeyCache) }
}

/// PuTTY's FAQ, "Where does PuTTY store its data?". The real values are named by key type and port too.
private let hostKeyCache = #"HKEY_CURRENT_USER\Software\SimonTatham\PuTTY\SshHostKeys"#
