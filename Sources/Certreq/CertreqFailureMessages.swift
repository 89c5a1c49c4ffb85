import Ledger

extension CertreqMessages {
  static let fileNotFound = failure(
    "file-not-found",
    "The system cannot find the file specified. 0x80070002 (WIN32: 2 ERROR_FILE_NOT_FOUND)",
    source: "certutil transcripts G13 (VERBATIM), prefix from G7",
    cause: "There is no request file of that name in this folder.",
    remedy: "Check with dir; download the CSR with psftp first.")
  static let pathNotFound = failure(
    "path-not-found",
    "The system cannot find the path specified. 0x80070003 (WIN32: 3 ERROR_PATH_NOT_FOUND)",
    source: "RECALLED; rule of the tail from certutil transcripts",
    cause: "A folder in the file's path does not exist.", remedy: "Check the path with dir.")
  static let accessDenied = failure(
    "access-denied", "Access is denied. 0x80070005 (WIN32: 5 ERROR_ACCESS_DENIED)",
    source: "PSPKI issue 245 (message VERBATIM); that a wrong account gets it is INFERRED",
    cause: "User name or password behind -username and -p are wrong.",
    remedy: "Use CMS\\cert with the lab's password; a backslash, not a slash.")
  static let writeDenied = failure(
    "write-denied", "Access is denied. 0x80070005 (WIN32: 5 ERROR_ACCESS_DENIED)",
    source: "PSPKI issue 245 (message VERBATIM); place INFERRED",
    cause: "A folder stands where a file is meant.", remedy: "Choose another file name.")
  static let invalidName = failure(
    "invalid-name",
    "The filename, directory name, or volume label syntax is incorrect. "
      + "0x8007007b (WIN32: 123 ERROR_INVALID_NAME)",
    source: "RECALLED; rule of the tail from certutil transcripts",
    cause: "The file name has a character Windows does not allow, or is a reserved name.",
    remedy: "Choose another file name.")
  static let diskFull = failure(
    "disk-full",
    "There is not enough space on the disk. 0x80070070 (WIN32: 112 ERROR_DISK_FULL)",
    source: "RECALLED; rule of the tail from certutil transcripts",
    cause: "The drive is full.", remedy: "Delete files that are not needed.")
  static let noRequest = failure(
    "no-request", "ASN1 bad tag value met. 0x8009310b (ASN: 267 CRYPT_E_ASN1_BADTAG)",
    source: "G14, G15 (VERBATIM), prefix from G7",
    cause: "The file is not a certificate request: a certificate, a key, or a damaged download.",
    remedy: "Give the .csr file first, then the .cer file to write.")
  static let unreachable = failure(
    "unreachable",
    "The RPC server is unavailable. 0x800706ba (WIN32: 1722 RPC_S_SERVER_UNAVAILABLE)",
    source: "G12, gradenegger.eu (VERBATIM), prefix from G7",
    cause: "No authority answers to the name behind -config.",
    remedy: "Write -config \"cmslab-ad.cms.lab\\cms-CMSLAB-AD-CA\".")
  static let cancelled = failure(
    "cancelled",
    "The operation was canceled by the user. 0x800704c7 (WIN32: 1223 ERROR_CANCELLED)",
    source: "RECALLED. The real program opens a window to choose a file or an authority "
      + "(Microsoft docs); there are none here, so it is as if it had been closed",
    cause: "The request file or -config is missing, with -retrieve the certificate's file, or "
      + "overwriting was declined.",
    remedy: "Write both: certreq -submit -config \"HOST\\CA\" ... request.csr certificate.cer")
  static let unknownRequest = failure(
    "unknown-request",
    "The requested property value is empty. 0x80094004 (-2146877436 CERTSRV_E_PROPERTY_EMPTY)",
    source: "MS-WCCE 3.2.1.4.3.1.2 has the code for a number that is not found; winerror.h the "
      + "sentence; that certreq says it behind this prefix is INFERRED",
    cause:
      "The authority keeps no request of that number: it knows those sent since the lab began, "
      + "up to the last 256.",
    remedy: "Take the number behind RequestId that certreq -submit showed.")
  static let badNumber = failure(
    "bad-number", "The parameter is incorrect. 0x80070057 (WIN32: 87 ERROR_INVALID_PARAMETER)",
    source: "RECALLED; rule of the tail from certutil transcripts",
    cause: "The first word of certreq -retrieve is no number of a request.",
    remedy: "Write the number first: certreq -retrieve -config \"HOST\\CA\" 12 certificate.cer")

  /// `Certificate Request Processor: <message> 0xHHHHHHHH (...)`, VERBATIM twice (workstation.md
  /// 2.2); none of these messages was seen behind it.
  private static func failure(
    _ id: String, _ text: String, source: String, cause: String, remedy: String
  ) -> Saying {
    error(
      "certreq.\(id)", "Certificate Request Processor: \(text)", .inferred,
      source: "\(source); workstation.md 2.2", cause: cause, remedy: remedy)
  }
}
