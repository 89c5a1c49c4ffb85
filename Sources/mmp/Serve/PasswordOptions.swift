import ArgumentParser
import Classroom

/// What lets trainees in.
struct PasswordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The lab's own passwords (lab), a new one for each pod (random), or those in a file: one line \
      for all pods, or lines of pod,password.
      """, valueName: "lab|random|file"),
    completion: .file())
  var passwords: String?

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

  /// The file they come from, if they do.
  var files: [HostFile] {
    let list = ["lab", "random"].contains(passwords) ? nil : passwords
    return [list, passwordFile].compactMap(\.self).map { HostFile(path: $0) }
  }

  /// Whether new ones may have to be made.
  var areRandom: Bool { passwords == "random" }

  func validate() throws {
    if [passwords, password, passwordFile].compactMap(\.self).count > 1 {
      throw ValidationError("Give one of --passwords, --password and --password-file.")
    }
    if password == "" { throw ValidationError("The password is empty.") }
  }

  /// Where they come from, in a class with those pods; nil if nothing was said about it.
  func source(pods: ClosedRange<Int>) throws(Failure) -> PasswordSource? {
    switch (passwords, password, passwordFile) {
    case (nil, nil, nil): return nil
    case ("lab", _, _): return .lab
    case ("random", _, _): return .random
    case (let file?, _, _):
      let source = try HostFile(path: file).readThrough(atMost: PasswordSource.largestFile)
      do throws(CSVError) {
        return try PasswordSource(reading: source, file: file, pods: pods)
      } catch {
        throw Failure(.unreadable, error.description)
      }
    case (_, let text?, _): return .one(text)
    case (_, _, let file?): return .one(try firstLine(of: file))
    }
  }

  private func firstLine(of file: String) throws(Failure) -> String {
    let line = try HostFile(path: file).readThrough(atMost: PasswordSource.largestFile)
      .prefix { $0 != 0x0A && $0 != 0x0D }
    // What stands behind a NUL no SSH client could send.
    guard !line.isEmpty, !line.contains(0) else {
      throw Failure(.unreadable, "\(file) holds no password")
    }
    return String(decoding: line, as: UTF8.self)
  }
}
