import Foundation

/// The tables of a page of docs that say which keys a file may have, a section each.
package struct KeyTables {
  private let page: String

  /// Those of a page, by its text.
  package init(_ page: String) { self.page = page }

  /// The headings of the sections, in order.
  package var sections: [String] {
    page.matches(of: /\n### ([^\n]+)/).map { String($0.output.1) }
  }

  /// The keys in a section's table, in order; nil if there is no such section.
  package func keys(of section: String) -> [String]? {
    guard let heading = page.range(of: "\n### \(section)\n") else { return nil }
    let rest = page[heading.upperBound...]
    let text = rest.range(of: "\n### ").map { rest[..<$0.lowerBound] } ?? rest
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    return rows.map { String($0.split(separator: "`")[1]) }
  }
}
