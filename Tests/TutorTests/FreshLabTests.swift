import Console
import Lab
import TestSupport
import Testing
import Workstation

@testable import Tutor

/// The lab whose PC1 knows no server.
@Suite("What repairs the lab that knows nobody")
struct FreshLabTests {
  private let attempt: FindCase

  init() throws { attempt = try FindCase("fresh") }

  private func type(_ lines: String...) {
    attempt.world.workstation.seat().openWindow().type(lines, on: TextScreen())
  }

  private func get(_ server: String) {
    type("echo get \(server).cer | psftp \(server).pod7.cms.lab -l admin -pw c1sco123")
  }

  private var isRepaired: Bool { get throws { try attempt.finding("repair").holds } }

  @Test("the page's lines do, once the questions were answered for good")
  func known() throws {
    for server in ["cms1b", "cms1c"] {
      // The question takes what was meant for psftp.
      get(server)
      type("psftp admin@\(server).pod7.cms.lab", "y", "c1sco123", "exit")
      #expect(try !isRepaired)
      // A pipe that nobody answers takes nothing of what comes behind it.
      type("echo a | more", "rem x | y")
      get(server)
    }
    let finding = try attempt.finding("repair")
    #expect(finding.holds, "\(finding.fact)")
    #expect(try attempt.isFound)
    type("del cms1b.cer")
    #expect(try !isRepaired)
  }

  @Test("who is let in just once, and gets them by hand, has not repaired it")
  func once() throws {
    for server in ["cms1b", "cms1c"] {
      type("psftp admin@\(server).pod7.cms.lab", "n", "c1sco123", "get \(server).cer", "exit")
      get(server)
    }
    let look = Look(at: attempt.world)
    for server in ["cms1b", "cms1c"] {
      #expect(look.file("\(server).cer", on: "pc1") != nil)
    }
    #expect(try !isRepaired)
    // Nor if a line with a pipe comes first, and another one by hand in the same window.
    type(
      "rem get cms1b.cer | psftp", "psftp admin@cms1b.pod7.cms.lab", "n", "c1sco123",
      "get cms1b.cer", "exit")
    #expect(try !isRepaired)
    let line = "echo get cms1b.cer | psftp cms1b.pod7.cms.lab -l admin -pw c1sco123"
    type(line, "psftp admin@cms1b.pod7.cms.lab", "n", "c1sco123", "get cms1b.cer", "exit")
    #expect(
      try attempt.finding("repair").fact.hasPrefix("`[..]get cms1b.cer[..]psftp[..]` has not been"))
  }
}
