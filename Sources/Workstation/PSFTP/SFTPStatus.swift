/// Why a server did not do what SFTP asked for, in psftp's words (PuTTY source 0.70 sftp.c).
enum SFTPStatus: String, Error {
  case noSuchFile = "no such file or directory"
  case permissionDenied = "permission denied"
  case failure
}
