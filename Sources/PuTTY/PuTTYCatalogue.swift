package import Ledger

/// Everything that psftp, plink and ssh say, in the order of the ledger.
package enum PuTTYCatalogue {
  package static let messages: [Message] =
    LoginMessages.messages + PSFTPMessages.messages + DirectoryMessages.messages
    + TransferMessages.messages + FileMessages.messages
    + HelpMessages.messages + UsageMessages.messages + SSHMessages.messages
}
