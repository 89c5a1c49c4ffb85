import Classroom

/// Who is in a class and what lets them in, as the command line says it.
struct ClassPasswords {
  /// The roster's file; nil for a class without names.
  var roster: String?
  var options: PasswordOptions

  /// The files that hold what only some should read; the roster's, if it has passwords.
  func secrets(in roster: Roster?) -> [HostFile] {
    let names = roster?.passwords.isEmpty == false ? self.roster : nil
    return options.files + [names].compactMap(\.self).map { HostFile(path: $0) }
  }

  /// The roster and the passwords of a class with those pods.
  ///
  /// - Parameters:
  ///   - kept: the passwords that the class had last.
  ///   - lab: the lab's password in a pod.
  func read(
    pods: ClosedRange<Int>, kept: PodPasswords, lab: (Int) -> String
  ) throws(Failure) -> (roster: Roster?, passwords: PodPasswords) {
    let roster = try roster.map { (path) throws(Failure) in try Roster(at: path, pods: pods) }
    let source = try options.source(pods: pods)
    var generator = SystemRandomNumberGenerator()
    do throws(MissingPassword) {
      let passwords = try PodPasswords(
        from: source, roster: roster, pods: pods, kept: kept, lab: lab, using: &generator)
      return (roster, passwords)
    } catch {
      let file = options.files.first?.path ?? ""
      throw Failure(.unreadable, "\(file) has no password for pod \(error.pod)")
    }
  }
}

extension Roster {
  /// Reads the roster of a class with those pods.
  init(at path: String, pods: ClosedRange<Int>) throws(Failure) {
    let source = try HostFile(path: path).readThrough(atMost: Self.largestFile)
    do throws(CSVError) {
      try self.init(reading: source, file: path, pods: pods)
    } catch {
      throw Failure(.unreadable, error.description)
    }
  }
}
