import Appliance
import Console
import MMPShell
import TestSupport
import Testing
import Transcripts

@Suite("Full store")
struct FullStoreTests {
  @Test("a full store is said and survived, as a transcript shows")
  func transcript() throws {
    let transcript = try Transcript(
      Checkout.resources(of: "MMPShellTests").bytes("full.txt"), name: "full.txt")
    let outcome = transcript.replay(on: SmallAppliance())
    #expect(outcome.passed, "\(outcome.diff)")
  }
}

private final class SmallAppliance: Stage {
  private let session = Appliance(
    hostname: "cms1a", quota: Quota(fileCount: 1), keys: PreparedKey(), now: { 0 }
  ).frontDoor.console().session()

  func window(named prompt: WindowPrompt) -> Session? { session }
}
