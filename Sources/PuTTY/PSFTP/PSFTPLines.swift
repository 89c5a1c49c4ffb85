import Ledger

/// The two places where the lab page shows lines that no psftp prints (workstation.md 1.1): between
/// password and `Remote working directory`, and at an upload.
///
/// The page shows them in sessions whose password was typed at its prompt, and only there they are
/// printed. Under `-pw`, `-b` or `-v` the page shows nothing, and psftp prints its own bytes.
struct PSFTPLines: Sendable {
  /// Said with the host's name once the password is accepted; nil for nothing.
  let connected: (@Sendable (_ host: String) -> Saying)?
  /// Said with local and remote name when an upload starts.
  let uploaded: @Sendable (_ local: String, _ remote: String) -> Saying
  /// Whether the remote name is shown with its slash in front.
  let showsRemoteRoot: Bool

  /// As the lab page shows it.
  static let labPage = PSFTPLines(
    connected: { PSFTPMessages.pageConnected(host: $0) },
    uploaded: { TransferMessages.pageUploaded(local: $0, remote: $1) },
    showsRemoteRoot: false)
  /// As psftp 0.70 prints it.
  static let psftp = PSFTPLines(
    connected: nil, uploaded: { TransferMessages.uploaded(local: $0, remote: $1) },
    showsRemoteRoot: true)

  /// The line of an upload to a path from the root.
  func upload(of local: String, to remote: String) -> Saying {
    uploaded(local, showsRemoteRoot ? remote : String(remote.dropFirst()))
  }
}
