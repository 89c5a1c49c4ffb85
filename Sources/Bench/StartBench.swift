import Glibc

extension Bench {
  /// What it costs that the program is started, and that it is there.
  static func startFigures(in work: Workload) -> [() -> Figure] {
    [
      { start("mmp to prompt and exit", Run(work.program), target: 1.3) },
      { start("mmp console to prompt and exit", Run(work.program, "console"), target: 1.3) },
      {
        let (ours, _) = pairs(Run(work.program, "lab"), Run("openssl", "version"), count: 50)
        return Figure(
          name: "mmp lab to prompt and exit", value: ours * 1e3, reference: 15,
          referenceName: "bound", unit: "ms", target: 1)
      },
      {
        Figure(
          name: "peak memory of mmp lab", value: Run(work.program, "lab").peakMegabytes(),
          reference: 18, referenceName: "bound", unit: "MB", target: 1)
      },
      {
        Figure(
          name: "size, stripped", value: work.strippedMegabytes(), reference: 24,
          referenceName: "bound", unit: "MB", target: 1)
      },
    ]
  }

  private static func start(_ name: String, _ run: Run, target: Double) -> Figure {
    let (ours, theirs) = pairs(run, Run("openssl", "version"), count: 100)
    return Figure(
      name: name, value: ours * 1e3, reference: theirs * 1e3, referenceName: "openssl version",
      unit: "ms", target: target)
  }
}

extension Workload {
  /// The size of the program without its symbols, in megabytes.
  func strippedMegabytes() -> Double {
    let stripped = "\(folder)/stripped"
    var status = stat()
    guard system("strip -o \(stripped) \(program)") == 0, stat(stripped, &status) == 0 else {
      return .infinity
    }
    return Double(status.st_size) / 1e6
  }
}
