import Authority
import Console
import Ledger
import Workstation

/// What `certreq -submit` and `-retrieve` have in common: an authority is asked, and what it answers
/// is written into files.
struct CertreqRun {
  /// What an authority is asked.
  typealias Inquiry = (CertificateAuthority, DomainAccount?) throws(Denial) -> Issued

  let seat: Seat
  private let options: CertreqOptions

  init(_ options: CertreqOptions, _ seat: Seat) {
    self.options = options
    self.seat = seat
  }

  /// Asks the authority of `-config`, if a file in the way may be overwritten: the next line of a
  /// pasted block answers that question, and means no unless it starts with a Y.
  func ask(_ config: String, into files: [CertreqOutput], _ inquiry: @escaping Inquiry) -> Reply {
    guard !options.overwrites, let name = files.map(\.path).first(where: isThere)?.name else {
      return inquire(config, into: files, inquiry)
    }
    seat.errorLevel = CertreqFailure.cancelled.errorLevel
    return Reply(
      next: .push(
        Question(CertreqMessages.overwrite(file: name)) { answer, _ in
          guard answer.drop(while: \.isWhitespace).first?.lowercased() == "y" else {
            return end(.cancelled)
          }
          return inquire(config, into: files, inquiry)
        }))
  }

  /// The end, with what failed.
  func end(_ failure: CertreqFailure?, after lines: [Saying] = []) -> Reply {
    seat.errorLevel = failure?.errorLevel ?? 0
    let sayings = lines + (failure.map { [$0.saying] } ?? [])
    return Reply(sayings.map(Reply.Part.saying))
  }

  /// The files behind the first word: those named, and the full response beside the certificate.
  func outputs(certificate: WindowsPath?) throws(CertreqFailure) -> [CertreqOutput] {
    let named = options.files.dropFirst()
    let certificate = try unless(try named.first.map(path) ?? certificate, .cancelled)
    var files = [CertreqOutput(kind: .certificate, path: certificate)]
    if let chain = named.dropFirst().first {
      files.append(CertreqOutput(kind: .chain, path: try path(chain)))
    }
    let response =
      try named.dropFirst(2).first.map(path) ?? certificate.replacingExtension(by: "rsp")
    return files + [CertreqOutput(kind: .fullResponse, path: response)]
  }

  /// The place a name on the line means.
  func path(_ typed: String) throws(CertreqFailure) -> WindowsPath {
    try unless(seat.folder.resolving(typed), .pathNotFound)
  }

  /// The value, or the failure in its place.
  func unless<Value>(
    _ value: Value?, _ failure: CertreqFailure
  ) throws(CertreqFailure) -> Value {
    guard let value else { throw failure }
    return value
  }

  // MARK: - Steps

  private func inquire(
    _ config: String, into files: [CertreqOutput], _ inquiry: Inquiry
  ) -> Reply {
    var lines: [Saying] = []
    do throws(CertreqFailure) {
      guard case .reached(let authority) = seat.network.authority(at: config) else {
        throw .unreachable
      }
      let issued = try answer(of: authority, to: inquiry, lines: &lines)
      try write(issued, into: files)
      return end(nil, after: lines + [CertreqMessages.issued])
    } catch {
      return end(error, after: lines)
    }
  }

  private func answer(
    of authority: CertificateAuthority, to inquiry: Inquiry, lines: inout [Saying]
  ) throws(CertreqFailure) -> Issued {
    // The tool documents -username for web services only; here it counts for every authority.
    let account = options.userName.map { DomainAccount(name: $0, password: options.password) }
    do throws(Denial) {
      let issued = try inquiry(authority, account)
      lines = Self.numbered(issued.requestID)
      return issued
    } catch {
      lines = error.requestID.map(Self.numbered) ?? []
      throw CertreqFailure(error.reason)
    }
  }

  private static func numbered(_ id: UInt32) -> [Saying] {
    [CertreqMessages.requestID(id: "\(id)"), CertreqMessages.quotedRequestID(id: "\(id)")]
  }

  private func write(_ issued: Issued, into files: [CertreqOutput]) throws(CertreqFailure) {
    do throws(DriveFault) {
      for file in files {
        let bytes = file.bytes(of: issued, isBinary: options.isBinary)
        try seat.drive.write(bytes, to: file.path, by: seat.presence)
      }
    } catch {
      throw CertreqFailure(error)
    }
  }

  private func isThere(_ path: WindowsPath) -> Bool {
    seat.drive.entry(at: path).map { !$0.isFolder } ?? false
  }
}
