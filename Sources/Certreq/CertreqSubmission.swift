import Authority
import Console
import Ledger
import PKI
import Workstation

/// One run of `certreq -submit`.
struct CertreqSubmission {
  private let options: CertreqOptions
  private let workstation: Workstation

  init(_ options: CertreqOptions, _ workstation: Workstation) {
    self.options = options
    self.workstation = workstation
  }

  /// What can be said without the authority is said first. A file in the way raises a question: the
  /// next line of a pasted block answers it, and means no unless it starts with a Y.
  func begin() -> Reply {
    do throws(CertreqFailure) {
      let request = try readRequest()
      let config = try unless(options.config, .cancelled)
      let files = try outputs()
      if !options.overwrites, let name = files.map(\.path).first(where: isThere)?.name {
        workstation.errorLevel = CertreqFailure.cancelled.errorLevel
        let question = Question(CertreqMessages.overwrite(file: name)) { answer, _ in
          guard answer.drop(while: \.isWhitespace).first?.lowercased() == "y" else {
            return end(.cancelled)
          }
          return submit(request, to: config, into: files)
        }
        return Reply(next: .push(question))
      }
      return submit(request, to: config, into: files)
    } catch {
      return end(error)
    }
  }

  // MARK: - Steps

  private func submit(
    _ request: CertificateRequest, to config: String, into files: [CertreqOutput]
  ) -> Reply {
    var lines: [Saying] = []
    do throws(CertreqFailure) {
      guard case .reached(let authority) = workstation.network.authority(at: config) else {
        throw .unreachable
      }
      let issued = try issue(request, by: authority, lines: &lines)
      try write(issued, into: files)
      return end(nil, after: lines + [CertreqMessages.issued])
    } catch {
      return end(error, after: lines)
    }
  }

  private func issue(
    _ request: CertificateRequest, by authority: CertificateAuthority, lines: inout [Saying]
  ) throws(CertreqFailure) -> Issued {
    // The tool documents -username for web services only; here it counts for every authority.
    let account = options.userName.map { DomainAccount(name: $0, password: options.password) }
    do throws(Denial) {
      let issued = try authority.submit(
        request, template: options.template, account: account,
        by: workstation.presence)
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

  private func end(_ failure: CertreqFailure?, after lines: [Saying] = []) -> Reply {
    workstation.errorLevel = failure?.errorLevel ?? 0
    let sayings = lines + (failure.map { [$0.saying] } ?? [])
    return Reply(sayings.map(Reply.Part.saying))
  }

  // MARK: - Files

  private func readRequest() throws(CertreqFailure) -> CertificateRequest {
    let path = try path(try unless(options.files.first, .cancelled))
    do throws(DriveFault) {
      let bytes = try workstation.drive.read(path)
      if let request = CertreqRequest.read(bytes) { return request }
    } catch {
      throw CertreqFailure(error)
    }
    throw .noRequest
  }

  /// Without a name the real program proposes the request's in a window.
  private func outputs() throws(CertreqFailure) -> [CertreqOutput] {
    let request = try path(try unless(options.files.first, .cancelled))
    let named = options.files.dropFirst()
    let certificate = try named.first.map(path) ?? request.replacingExtension(by: "cer")
    var files = [CertreqOutput(kind: .certificate, path: certificate)]
    if let chain = named.dropFirst().first {
      files.append(CertreqOutput(kind: .chain, path: try path(chain)))
    }
    let response =
      try named.dropFirst(2).first.map(path) ?? certificate.replacingExtension(by: "rsp")
    return files + [CertreqOutput(kind: .fullResponse, path: response)]
  }

  private func write(_ issued: Issued, into files: [CertreqOutput]) throws(CertreqFailure) {
    do throws(DriveFault) {
      for file in files {
        let bytes = file.bytes(of: issued, isBinary: options.isBinary)
        try workstation.drive.write(bytes, to: file.path)
      }
    } catch {
      throw CertreqFailure(error)
    }
  }

  private func path(_ typed: String) throws(CertreqFailure) -> WindowsPath {
    try unless(workstation.folder.resolving(typed), .pathNotFound)
  }

  private func isThere(_ path: WindowsPath) -> Bool {
    workstation.drive.entry(at: path).map { !$0.isFolder } ?? false
  }

  private func unless<Value>(
    _ value: Value?, _ failure: CertreqFailure
  ) throws(CertreqFailure) -> Value {
    guard let value else { throw failure }
    return value
  }
}
