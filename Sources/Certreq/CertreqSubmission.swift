import Authority
import Console
import PKI
import Workstation

/// One run of `certreq -submit`.
struct CertreqSubmission {
  private let options: CertreqOptions
  private let run: CertreqRun

  init(_ options: CertreqOptions, _ run: CertreqRun) {
    self.options = options
    self.run = run
  }

  /// What can be said without the authority is said first.
  func begin() -> Reply {
    do throws(CertreqFailure) {
      let path = try run.path(try run.unless(options.files.first, .cancelled))
      let request = try read(path)
      let config = try run.unless(options.config, .cancelled)
      // Without a name the real program proposes the request's in a window.
      let files = try run.outputs(certificate: path.replacingExtension(by: "cer"))
      let (template, presence) = (options.template, run.seat.presence)
      return run.ask(config, into: files) { (authority, account) throws(Denial) in
        try authority.submit(request, template: template, account: account, by: presence)
      }
    } catch {
      return run.end(error)
    }
  }

  private func read(_ path: WindowsPath) throws(CertreqFailure) -> CertificateRequest {
    do throws(DriveFault) {
      let bytes = try run.seat.drive.read(path)
      if let request = CertreqRequest.read(bytes) { return request }
    } catch {
      throw CertreqFailure(error)
    }
    throw .noRequest
  }
}
