import Foundation
import Ledger
import MMPShell
import Testing

@Suite("Ledger")
struct LedgerTests {
  private let ledger = Ledger.mmp

  @Test("names are unique and nothing lacks text or source")
  func complete() {
    #expect(Set(ledger.entries.map(\.id)).count == ledger.entries.count)
    for entry in ledger.entries {
      #expect(!entry.text.isEmpty && !entry.source.isEmpty, "\(entry.id)")
      #expect((entry.kind == "error") == (entry.cause != nil && entry.remedy != nil), "\(entry.id)")
    }
  }

  @Test("a transcript produces each message", arguments: MMPMessages.messages.map(\.id))
  func produced(id: String) throws {
    let message = try #require(MMPMessages.messages.first { $0.id == id })
    #expect(TranscriptLines.all.contains { message.couldBe($0) })
  }
}

/// The lines of output in every transcript of this checkout.
private enum TranscriptLines {
  static let all: [String] = {
    ["transcripts", "../Tests/MMPShellTests/Transcripts"].flatMap { folder -> [String] in
      let path = fixtures.appending(path: folder).standardizedFileURL
      let names = FileManager.default.enumerator(atPath: path.path)?.compactMap { $0 as? String }
      return (names ?? []).filter { $0.hasSuffix(".txt") }.flatMap { name in
        let text = try? String(contentsOf: path.appending(path: name), encoding: .utf8)
        return (text ?? "").split(separator: "\n").map(String.init)
          .filter { !$0.hasPrefix("#") && $0.prefixMatch(of: #/[A-Za-z0-9.-]+> /#) == nil }
      }
    }
  }()
}

extension Message {
  /// Whether the line is this message with some values. An answer typed behind a prompt counts as
  /// the prompt; a line of dots as progress.
  fileprivate func couldBe(_ line: String) -> Bool {
    if id == "csr.progress" { return line.allSatisfy { $0 == "." } }
    if id == "shell.password-prompt" { return line.hasPrefix(template) }
    let parts = template.split(separator: #/\{\w+\}/#, omittingEmptySubsequences: false)
    guard parts.count > 1 else { return line == template }
    // A message that is nothing but a value is the answer to a command of its own.
    var rest = line[...]
    for (index, part) in parts.enumerated() where !part.isEmpty {
      if index == 0 {
        guard rest.hasPrefix(part) else { return false }
        rest = rest.dropFirst(part.count)
      } else if let range = rest.firstRange(of: part) {
        rest = rest[range.upperBound...]
      } else {
        return false
      }
    }
    return parts.last == "" || rest.isEmpty
  }
}
