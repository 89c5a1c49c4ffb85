import Appliance
import Console
import Journal
import LineEditing
import SFTP

/// Somebody who has logged in, and what may be done for them. Each service is a visit of its own.
struct Access {
  let guest: Guest
  /// Ends the connection when the machine ends a visit.
  let lease: Lease
  /// Up to where memory may be taken for uploads.
  let memory: MemoryCeiling?

  /// Where others see a terminal.
  let view: @Sendable (Presence) -> TerminalView?
  /// Told of each session that a person at a terminal types at.
  let attend: @Sendable (Session) -> Void

  /// The service asked for; nil if the account may not have it.
  func service(
    for request: ServiceRequest, terminal: TerminalSize?, link: any ChannelLink
  ) -> (any ChannelService)? {
    switch request {
    case .fileTransfer: return fileTransfer(link)
    case .shell:
      let visit = visit(.terminal)
      let view = terminal == nil ? nil : view(visit.presence)
      let shell = visit.console(carryingOut: nil)
      if terminal != nil { attend(shell.session) }
      return console(shell, at: terminal, link: link, view: view)
    case .command(let text) where CopyRefusal.concerns(text):
      let visit = visit(.exec)
      visit.presence.record(.typed(.init(line: text, isCommand: true, isPermitted: true)))
      return CopyRefusal(visit, link: link)
    case .command(let text):
      // As in `ssh host 'pki list'`: what is asked is answered from the client's input.
      let lines = CommandText.lines(of: text)
      return console(visit(.exec).console(carryingOut: lines), at: terminal, link: link)
    }
  }

  private func console(
    _ console: GuestConsole, at terminal: TerminalSize?, link: any ChannelLink,
    view: TerminalView? = nil
  ) -> any ChannelService {
    // Between two lines others have their turn, and a client that has left is noticed.
    console.session.isStepped = true
    guard let terminal else { return PipeService(console, link: link) }
    return TerminalService(console, size: terminal, link: link, view: view)
  }

  private func fileTransfer(_ link: any ChannelLink) -> FileTransferService? {
    guard guest.account.role.fileAccess != .none else { return nil }
    let files = visit(.sftp).files { [memory] in memory?.isReached != true }
    return FileTransferService(SFTPServer(files: files), link: link)
  }

  private func visit(_ manner: Manner) -> any GuestVisit {
    let visit = guest.visit(manner)
    visit.whenCut { [lease] in lease.cut() }
    return visit
  }
}
