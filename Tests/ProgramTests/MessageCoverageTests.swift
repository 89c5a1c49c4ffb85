import Lab
import MMPShell
import ProgramSupport
import TestSupport
import Testing
import Transcripts

@testable import mmp

/// Every message of every product is shown by a transcript, so that its words are read by somebody
/// and an instructor finds how to produce it.
@Suite("Messages in transcripts")
struct MessageCoverageTests {
  /// Messages that no transcript says, and why.
  private static let excused = [
    "audit.granted": "stands in the appliance's log, which no window shows",
    "audit.refused": "stands in the appliance's log, which no window shows",
    "audit.file-granted": "stands in the appliance's log, which no window shows",
    "audit.file-denied": "stands in the appliance's log, which no window shows",
    "audit.denied": "stands in the appliance's log, which no window shows",
    "certreq.template-denied": "a world's YAML cannot say who may enroll for a template",
    "certreq.not-made":
      "a world whose authority cannot make certificates is refused; CertreqFailureTests says it",
    "certreq.disk-full": "takes 256 MiB on PC1's drive",
    "file.no-space": "takes 256 MiB on an appliance; Tests/MMPShellTests/FullStoreTests says it",
    "file.too-large": "takes a file of 4 MiB; Tests/MMPShellTests/CostlyWorkTests says it",
    "psftp.write-error": "takes 256 MiB on an appliance; PSFTPCommandTests says it",
  ]

  /// The messages said by all transcripts and README's session.
  private static let said: Set<String> = {
    let folder = Fixtures.transcripts.path
    let readme = Checkout.root.path(of: Checkout.readme)
    var said: Set<String> = []
    for source in (try? TranscriptSearch([folder, readme], filter: nil))?.sources ?? [] {
      if case .played(let outcome) = TranscriptReplay(of: source).conclusion {
        said.formUnion(outcome.said)
      }
    }
    return said
  }()

  private let messages = Ledger.lab.entries.filter { $0.kind != "rule" }.map(\.id)

  @Test("each message is said, but for those excused")
  func said() {
    let missing = messages.filter { !Self.said.contains($0) && Self.excused[$0] == nil }
    #expect(missing == [])
    #expect(Self.excused.count <= 15)
  }

  @Test(
    "nothing is said that no catalogue has, and nothing is excused that is said or is not there")
  func catalogued() {
    #expect(Self.said.subtracting(messages) == [])
    #expect(Self.said.intersection(Self.excused.keys) == [])
    #expect(Set(Self.excused.keys).subtracting(messages) == [])
  }
}
