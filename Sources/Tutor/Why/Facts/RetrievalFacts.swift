import Authority
import Lab
import Ledger
import PKI
import Words

extension FactFinder {
  /// What -retrieve was given, and what it can be given.
  static let retrieval = FactFinder(
    "certreq.bad-number", "certreq.unknown-request", "certreq.cancelled",
    "certreq.unsupported-template", "certreq.no-template", "certreq.template-denied",
    "certreq.bad-subject", "certreq.bad-signature", "certreq.key-length", "certreq.not-made",
    "certreq.missing-argument"
  ) { scene in
    guard let line = CertreqLine(scene.words, in: scene.files), line.isRetrieval else {
      return Findings()
    }
    let known = scene.knownRequests
    let fetching = known.last { $0.isIssued }.map { line.fetching($0.number) } ?? []
    let list = known.map { "\($0.number) (\($0.isIssued ? "issued" : "denied"))" }
    let there =
      known.isEmpty
      ? "The CA has no request to fetch: none was sent to it since the lab began."
      : "The CA knows \(Written.list(list, most: 8))."
    let typed = Written.name(line.names.first ?? "")
    switch scene.incident.message.id {
    case "certreq.missing-argument": return Findings([there], try: fetching)
    case "certreq.bad-number":
      if let name = line.names.first, scene.files.named(name)?.held?.request != nil {
        return Findings(
          ["\(typed) is a request: -submit sends it, -retrieve wants its number."],
          try: scene.certreq)
      }
      return Findings(
        ["\(typed) is no number: -retrieve wants the one behind RequestId.", there],
        try: fetching)
    case "certreq.unknown-request":
      return Findings(["The CA knows no request \(typed).", there], try: fetching)
    case "certreq.cancelled":
      let number = line.names.first.flatMap { UInt32($0) }
      return Findings(
        [], try: number.map(line.fetching) ?? fetching,
        remedy: "Write number and file: certreq -retrieve -config "
          + "\"\(scene.world.authority.config)\" 12 certificate.cer")
    default:
      return Findings(
        [
          "Request \(typed) was denied when it was sent; -retrieve only says so again, and decides "
            + "nothing anew."
        ], try: scene.certreq,
        remedy: "Send the request once more with certreq -submit, mended.")
    }
  }
}

extension Scene {
  /// Whether the line of certreq fetches what became of a request.
  var isRetrieval: Bool { CertreqLine(words, in: files)?.isRetrieval ?? false }

  /// The requests that the authority knows, by their numbers.
  fileprivate var knownRequests: [(number: UInt32, isIssued: Bool)] {
    (1...Self.mostRequests).compactMap { number in
      do throws(Denial) {
        _ = try world.authority.retrieve(number, account: nil)
        return (number, true)
      } catch {
        return error.requestID == nil ? nil : (number, false)
      }
    }
  }

  /// Later ones are not looked for.
  private static let mostRequests: UInt32 = 600
}
