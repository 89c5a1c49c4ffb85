import Foundation
import TestSupport

/// A page of the manual whose code blocks are tried: those with a word behind the language.
struct ManualPage {
  /// A fenced block.
  struct Block {
    let language: String
    /// The file it is, or the session; nil for one that is only to be looked at.
    let name: String?
    let text: String

    /// Whether it shows commands and what they print.
    var isSession: Bool { language == "text" }
  }

  let blocks: [Block]

  /// Reads `docs/NAME`.
  init(_ name: String) throws {
    let page = try Checkout.docs.text(name)
    var blocks: [Block] = []
    var open: (words: [Substring], lines: [Substring])?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if let (words, lines) = open {
        if line == "```" {
          blocks.append(
            Block(
              language: String(words.first ?? ""), name: words.dropFirst().first.map(String.init),
              text: lines.map { "\($0)\n" }.joined()))
          open = nil
        } else {
          open = (words, lines + [line])
        }
      } else if line.hasPrefix("```") {
        open = (line.dropFirst(3).split(separator: " "), [])
      }
    }
    self.blocks = blocks
  }

  struct NoSuchBlock: Error {
    let name: String
  }

  /// The steps of the session of that name.
  func session(_ name: String) throws -> [SessionStep] {
    guard let block = blocks.first(where: { $0.isSession && $0.name == name }) else {
      throw NoSuchBlock(name: name)
    }
    return SessionStep.steps(of: block.text)
  }
}

/// A command line of a session, `$` before it, and what it prints.
struct SessionStep: Equatable {
  let command: String
  let output: [String]

  /// Keys' dots are as many as chance will have it.
  private static let dots = "..."

  init(command: String, output: [String]) {
    self.command = command
    self.output = output.map { !$0.isEmpty && $0.allSatisfy { $0 == "." } ? Self.dots : $0 }
  }

  static func steps(of text: String) -> [SessionStep] {
    var steps: [SessionStep] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("$ ") {
        steps.append(SessionStep(command: String(line.dropFirst(2)), output: []))
      } else if let last = steps.popLast() {
        steps.append(SessionStep(command: last.command, output: last.output + [String(line)]))
      }
    }
    return steps
  }
}
