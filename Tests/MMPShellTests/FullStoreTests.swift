import Appliance
import Console
import Foundation
import MMPShell
import Testing
import Transcripts

@Suite("Full store")
struct FullStoreTests {
  @Test("a full store is said and survived, as a transcript shows")
  func transcript() throws {
    let file = fixtures.appending(path: "../Tests/MMPShellTests/Transcripts/full.txt")
    let transcript = try Transcript(
      [UInt8](try Data(contentsOf: file.standardizedFileURL)), name: "full.txt")
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
