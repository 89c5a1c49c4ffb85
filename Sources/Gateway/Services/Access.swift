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
    case .fileTransfer: return fileTransfer(link)
    case .shell: return Self.console(Session(shell), at: terminal, link: link)
    case .command(let text):
      // As in `ssh host 'pki list'`: what is asked is answered from the client's input.
      let lines = text.split(whereSeparator: \.isNewline).map(String.init)
      return Self.console(Session(shell, lines: lines), at: terminal, link: link)
    }
  }

  private static func console(
    _ session: Session, at terminal: TerminalSize?, link: any ChannelLink
  ) -> any ChannelService {
    guard let terminal else { return PipeService(session, link: link) }
    return TerminalService(session, size: terminal, link: link)
  }

  private func fileTransfer(_ link: any ChannelLink) -> FileTransferService? {
    guard account.role.fileAccess != .none else { return nil }
    return FileTransferService(
      SFTPServer(files: RemoteFiles(of: appliance, for: account)), link: link)
  }

  private var shell: Shell {
    Shell(
      on: appliance,
      as: Login(account, from: .network(address: peer.address, port: peer.port)))
  }
}
