import Authority
import Workstation

/// What somebody who explains the lab has to know of it.
extension World {
  /// A file of the web server.
  package struct Published: Sendable {
    /// Its address, as a browser or `wget` gets it.
    package let address: String
    /// Its bytes.
    package let contents: [UInt8]
  }

  /// The files of the web server, in the order of their addresses.
  package var published: [Published] {
    webServer.files.sorted { $0.key < $1.key }.map {
      Published(address: "http://\(webServer.address)\($0.key)", contents: $0.value)
    }
  }

  /// All names that machines answer to: appliances, the web server, the authority's host.
  package var machineNames: [String] {
    let host = String(authority.config.prefix { $0 != "\\" })
    return applianceNames.sorted { $0.key < $1.key }.flatMap(\.value)
      + webServer.names.sorted().filter { !IPv4Address.isOne($0) } + [host]
  }
}
