public import Ledger

extension Message {
  /// Everything the MMP says, in the order of the ledger.
  public static let catalogue: [Message] = [
    // Shell
    unknownCommand, permissionDenied, incompleteCommand, tooManyArguments, invalidArgument, usage,
    helpEntry, passwordPrompt, incorrectPassword, hostnameIs, rebootRequired, versionIs, dateIs,
    auditGranted, auditDenied,
    // Files
    fileNotFound, fileEmpty, noCertificate, noPrivateKey, noRequest, damaged, keyEncrypted,
    quotaExceeded,
    // pki
    nothingInUse,
    progressDot, createdKeyAndCSR, csrReady, invalidCSRName, missingCN,
    createdKeyAndCertificate, invalidCertificateName, createdCertificate, invalidRequestSignature,
    listHeading, listSSHHeading,
    checkingSSHKeys, checkingUserFiles, containsPEMCertificate, containsEncoded, containsSSHKey,
    keySize, containsUnknown,
    matching, notMatching, verified, notVerified,
    unlocked, notEncrypted, convertedToSSH, notPKCS12, noSSHForm,
  ]
}
