import Appliance
import Console
import MMPShell
import SFTP

/// Somebody who has logged in, and what may be done for them.
struct Access {
  let account: Account
  let appliance: Appliance
  let peer: Peer

  /// The service asked for; nil if the account may not have it.
  func service(
    for request: ServiceRequest, terminal: TerminalSize?, link: any ChannelLink
  ) -> (any ChannelService)? {
    switch request {
    case .fileTransfer: fileTransfer(link)
    case .shell:
      if let terminal {
        TerminalService(Session(shell), size: terminal, link: link)
      } else {
        PipeService(Session(shell), link: link)
      }
    case .command(let text): CommandService(text, in: shell, terminal: terminal, link: link)
    }
  }

  private func fileTransfer(_ link: any ChannelLink) -> FileTransferService? {
    guard account.role.fileAccess != .none else { return nil }
    return FileTransferService(
      SFTPServer(files: RemoteFiles(of: appliance, for: account.role)), link: link)
  }

  private var shell: Shell {
    Shell(
      on: appliance,
      as: Login(account, from: .network(address: peer.address, port: peer.port)))
  }
}
