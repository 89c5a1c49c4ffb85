extension Bench {
  /// What it costs a command that its world is kept in a state file.
  static func stateFigures(in work: Workload) -> [() -> Figure] {
    [
      { kept("a change, kept in a state file", "hostname cms1a", in: work, milliseconds: 0.3) },
      { kept("pki list, kept in a state file", "pki list", in: work, milliseconds: 0.01) },
    ]
  }

  /// What a command takes longer in a world that is kept, without the start of the program.
  private static func kept(
    _ name: String, _ command: String, in work: Workload, milliseconds: Double
  ) -> Figure {
    let count = 2_000
    let input = work.script("kept", command, count: count)
    let start = work.script("start", command, count: 1)
    let world = "\(work.folder)/world.mmp"
    func seconds(_ run: (String) -> Run) -> Double {
      (run(input).seconds() - run(start).seconds()) / Double(count - 1)
    }
    var differences: [Double] = []
    for _ in 0..<9 {
      let kept = seconds { Run(work.program, "console", "--world", world, input: $0) }
      let forgotten = seconds { Run(work.program, "console", input: $0) }
      differences.append(max(0, kept - forgotten))
    }
    return Figure(
      name: name, value: differences.median * 1e3, reference: milliseconds,
      referenceName: "bound", unit: "ms", target: 1)
  }
}
