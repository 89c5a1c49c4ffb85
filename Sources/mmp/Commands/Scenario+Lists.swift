import Lab
import Words

extension Scenario {
  /// Neutral name and title of each, for the terminal.
  static var list: String {
    rows(all.map { ($0.neutralName, $0.title ?? "") }, margin: 2)
  }

  /// The same with own names and purposes.
  static var spoiledList: String {
    all.map { scenario in
      let names = [scenario.neutralName, scenario.name]
      let heading = names[0] == names[1] ? [names[0]] : names
      let lines = scenario.purpose.lines(at: 76).map { "    \($0)\n" }
      return (heading + [scenario.title ?? ""]).joined(separator: "  ") + "\n" + lines.joined()
    }.joined()
  }

  private static func rows(_ rows: [(name: String, text: String)], margin: Int) -> String {
    let width = (rows.map(\.name.count).max() ?? 0) + margin
    return rows.map { row in
      row.name.padded(to: width) + row.text + "\n"
    }.joined()
  }

  // MARK: - docs/scenarios.md

  /// `docs/scenarios.md`.
  static var page: String {
    """
    <!-- Made by `make docs` from fixtures/scenarios; do not edit. -->

    # Scenarios

    Each is the lab with a fault in it: `mmp lab --scenario fault-01` starts one at PC1,
    `mmp console --scenario fault-01` on cms1a. Below is what a colleague reports; finding the cause and
    putting it right are two [tasks](lab.md#a-fault-to-find), with hints. A scenario of your own is a YAML
    file, see [worlds.md](worlds.md): `mmp lab --scenario my.yaml`.
    \(all.map(\.reported).joined())
    ## What is wrong in each

    `mmp scenarios --spoil` prints this too, and `--scenario` takes these names as well. The transcripts
    show symptom and repair; they are tests.

    <details><summary>Spoiler: names and faults, for instructors</summary>

    | in lists | name | what happened |
    |---|---|---|
    \(all.map(\.row).joined(separator: "\n"))

    </details>

    """
  }

  /// What a trainee may read of it.
  private var reported: String {
    // Where nothing is to be found there is nothing to give away either.
    let text = (briefing ?? purpose).filling(pod: 7)
    let briefing = text.split(separator: " ").joined(separator: " ")
    return """

      ## \(neutralName): \(title ?? "")

      \(briefing.lines(at: 100).joined(separator: "\n"))

      """
  }

  /// What an instructor reads of it.
  private var row: String {
    let transcript = "[transcript](../fixtures/transcripts/scenarios/\(name).txt)"
    let file = "[\(name)](../fixtures/scenarios/\(name).yaml)"
    return "| \(neutralName) | \(file) | \(purpose) \(transcript) |"
  }
}

extension String {
  /// With the number of a pod in it.
  fileprivate func filling(pod: Int) -> String {
    var text = ""
    var rest = self[...]
    while let place = rest.firstRange(of: "$pod") {
      text += rest[..<place.lowerBound] + "\(pod)"
      rest = rest[place.upperBound...]
    }
    return text + rest
  }
}
