extension Bench {
  /// What the lab around the console costs.
  static func labFigures(in work: Workload) -> [() -> Figure] {
    [
      {
        // Three keys, so their luck counts: many runs.
        let page = Run(work.program, "test", "fixtures/transcripts/lab/step-by-step.txt")
        let (ours, theirs) = pairs(page, Run("sh", work.openSSLPage()), count: 25)
        return Figure(
          name: "the whole lab page", value: ours * 1e3, reference: theirs * 1e3,
          referenceName: "openssl script", unit: "ms", target: 1.5)
      },
      {
        let steps = 10_000
        let long = Run(work.program, "test", work.labTranscript(steps: steps))
        let short = Run(work.program, "test", work.labTranscript(steps: 5))
        let (ours, start) = pairs(long, short, count: 9)
        return Figure(
          name: "lab transcript, a step", value: (ours - start) / Double(steps - 5) * 1e3,
          reference: 0.2, referenceName: "bound", unit: "ms", target: 1)
      },
    ]
  }
}

extension Workload {
  /// The cryptographic work of the lab page as a script of `openssl` commands.
  func openSSLPage() -> String {
    let names = ["cms1a", "dbclusterserver", "dbclusterclient"]
    let folder = self.folder
    // The authority is there before the trainee, so it is made once.
    var lines = [
      "cd \(folder)",
      "test -f root.key || openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=root"
        + " -keyout root.key -out root.cer 2> /dev/null",
    ]
    for name in names {
      lines += [
        "openssl genrsa -out \(name).key 2048 2> /dev/null",
        "openssl req -new -key \(name).key -subj /CN=\(name) -out \(name).csr",
        "openssl x509 -req -in \(name).csr -CA root.cer -CAkey root.key -CAcreateserial"
          + " -out \(name).cer 2> /dev/null",
        "openssl verify -CAfile root.cer \(name).cer",
      ]
    }
    return write("page.sh", lines.joined(separator: "\n") + "\n")
  }

  /// Steps in several windows, five at a time; each ends as it began.
  func labTranscript(steps: Int) -> String {
    let round = """
      cms1b> pki match cms1b.key cms1b.cer
      Matching certificate and private key
      C:\\Users\\admin\\Desktop\\Certificates>echo get cms1b.cer | psftp cms1b -l admin -pw c1sco123
      [...]
      C:\\Users\\admin\\Desktop\\Certificates>copy /y cms1b.cer + cms1b.cer twice.cer
      [...]
      C:\\Users\\admin\\Desktop\\Certificates>dir *.cer
      [...]
      cms1b> pki verify cms1b.cer cmslab-root-ca.cer
      Certificate verified against CA bundle

      """
    return write("lab-\(steps).txt", String(repeating: round, count: steps / 5))
  }
}
