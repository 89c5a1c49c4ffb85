package import Ledger

/// Everything that psftp, plink and ssh say, in the order of the ledger.
package enum PuTTYCatalogue {
  package static let messages: [Message] =
    LoginMessages.catalogue + PSFTPMessages.catalogue + DirectoryMessages.catalogue
    + TransferMessages.catalogue + FileMessages.catalogue
    + HelpMessages.catalogue + UsageMessages.catalogue + SSHMessages.catalogue
}
