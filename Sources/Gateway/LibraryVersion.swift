import CSSH

extension Gateway {
  /// The version of libssh that serves, as in `0.10.6`.
  public static var libraryVersion: String {
    // What follows names the libraries below it.
    ssh_version(0).map { String(String(cString: $0).prefix { $0 != "/" }) } ?? "unknown"
  }
}
