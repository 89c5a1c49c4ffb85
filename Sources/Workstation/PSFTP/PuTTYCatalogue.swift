import MMPShell

/// Everything that PuTTY's programs say, in the order of the ledger.
enum PuTTYCatalogue {
  static let messages =
    LoginMessages.catalogue + PSFTPMessages.catalogue + DirectoryMessages.catalogue
    + TransferMessages.catalogue + FileMessages.catalogue
    + HelpMessages.catalogue + UsageMessages.catalogue
}
