public import Ledger

/// What the MMP says.
public enum MMPMessages: Catalogue {
  /// Its name in the ledger.
  public static let product = "MMP"

  /// Everything the MMP says, in the order of the ledger.
  public static var sayings: [Saying] {
    // Shell
    unknownCommand
    permissionDenied
    incompleteCommand
    tooManyArguments
    invalidArgument
    usage
    helpEntry
    passwordPrompt
    incorrectPassword
    unknownCipher
    hostnameIs
    rebootRequired
    versionIs
    dateIs
    auditGranted
    auditDenied
    auditFileGranted
    auditFileDenied
    auditRefused
    // Files
    fileNotFound
    fileEmpty
    noCertificate
    noPrivateKey
    noRequest
    damaged
    keyEncrypted
    tooManyElements
    fileTooLarge
    keyTooLarge
    tooManyRounds
    quotaExceeded
    // pki
    nothingInUse
    progressDot
    createdKeyAndCSR
    csrReady
    invalidCSRName
    missingCN
    createdKeyAndCertificate
    invalidCertificateName
    createdCertificate
    invalidRequestSignature
    listHeading
    listSSHHeading
    checkingSSHKeys
    checkingUserFiles
    containsPEMCertificate
    containsEncoded
    containsSSHKey
    keySize
    containsUnknown
    matching
    notMatching
    verified
    notVerified
    unlocked
    notEncrypted
    convertedToSSH
    notPKCS12
    noKeyInPKCS12
    noCertificateInPKCS12
    noSSHForm
  }
}
