/// Why a server did not do what SFTP asked for, in the words psftp has for it (PuTTY source sftp.c).
enum SFTPStatus: String, Error {
  case noSuchFile = "no such file or directory"
  case permissionDenied = "permission denied"
  case failure
}
