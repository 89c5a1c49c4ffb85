import ArgumentParser

/// Another password than the lab's public one.
struct PasswordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Every user's password instead of the lab's. Others on this machine can see it.",
      valueName: "text"))
  var password: String?

  @Option(
    help: ArgumentHelp(
      "Read every user's password from the first line of this file.", valueName: "file"),
    completion: .file())
  var passwordFile: String?

  /// The largest file that is taken for one with a password, in bytes.
  private static let largestFile = 64 << 10

  /// The file it comes from, if it does.
  var files: [HostFile] { passwordFile.map { [HostFile(path: $0)] } ?? [] }

  /// Whether one was chosen.
  var areGiven: Bool { password != nil || passwordFile != nil }

  func validate() throws {
    if password != nil, passwordFile != nil {
      throw ValidationError("Give --password or --password-file, not both.")
    }
    if password == "" { throw ValidationError("The password is empty.") }
  }

  /// The password; nil for those of the lab.
  func chosen() throws(Failure) -> String? {
    guard let passwordFile else { return password }
    let line = try HostFile(path: passwordFile).read(atMost: Self.largestFile)
      .prefix { $0 != 0x0A && $0 != 0x0D }
    // What stands behind a NUL no SSH client could send.
    guard !line.isEmpty, !line.contains(0) else {
      throw Failure(.unreadable, "\(passwordFile) holds no password")
    }
    return String(decoding: line, as: UTF8.self)
  }
}
