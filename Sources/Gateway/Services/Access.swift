import Appliance
import Console
import Journal
import LineEditing
import MMPShell
import SFTP

/// Somebody who has logged in, and what may be done for them. Each service is a visit of its own.
struct Access {
  let pass: Pass
  /// Ends the connection when the appliance ends a visit.
  let lease: Lease
  /// Up to where memory may be taken for uploads.
  let memory: MemoryCeiling?

  /// Where others see a terminal.
  let view: @Sendable (Presence) -> TerminalView?

  /// The service asked for; nil if the account may not have it.
  func service(
    for request: ServiceRequest, terminal: TerminalSize?, link: any ChannelLink
  ) -> (any ChannelService)? {
    switch request {
    case .fileTransfer: return fileTransfer(link)
    case .shell:
      let visit = visit(.terminal)
      let view = terminal == nil ? nil : view(visit.presence)
      return console(visit.session(), at: terminal, link: link, view: view)
    case .command(let text) where CopyRefusal.concerns(text):
      let visit = visit(.exec)
      visit.presence.record(.typed(.init(line: text, isCommand: true, isPermitted: true)))
      return CopyRefusal(visit, link: link)
    case .command(let text):
      // As in `ssh host 'pki list'`: what is asked is answered from the client's input.
      let lines = CommandText.lines(of: text)
      return console(visit(.exec).session(carryingOut: lines), at: terminal, link: link)
    }
  }

  private func console(
    _ session: Session, at terminal: TerminalSize?, link: any ChannelLink,
    view: TerminalView? = nil
  ) -> any ChannelService {
    // Between two lines others have their turn, and a client that has left is noticed.
    session.isStepped = true
    guard let terminal else { return PipeService(session, link: link) }
    return TerminalService(session, size: terminal, link: link, view: view)
  }

  private func fileTransfer(_ link: any ChannelLink) -> FileTransferService? {
    guard pass.account.role.fileAccess != .none else { return nil }
    let files = RemoteFiles(for: visit(.sftp)) { [memory] in memory?.isReached != true }
    return FileTransferService(SFTPServer(files: files), link: link)
  }

  private func visit(_ manner: Manner) -> Visit {
    let visit = pass.visit(manner)
    visit.whenCut { [lease] in lease.cut() }
    return visit
  }
}
