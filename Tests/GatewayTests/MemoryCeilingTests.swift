import Testing

@testable import Gateway

@Suite("Memory")
struct MemoryCeilingTests {
  @Test("the ceiling is reached when the process takes as much; by itself it is far")
  func ceiling() {
    #expect(MemoryCeiling(size: 1 << 20).isReached)
    #expect(!MemoryCeiling(size: 1 << 50).isReached)
    #expect(!MemoryCeiling(size: nil).isReached)
  }
}
