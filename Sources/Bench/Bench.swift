import COpenSSLReference
import Glibc

/// Times the program beside its references and prints ratios. It judges nothing: who reads it does.
@main
enum Bench {
  static func main() {
    let folder = ".build/bench-\(getpid())"
    mkdir(folder, 0o700)
    defer { system("rm -rf \(folder)") }
    let work = Workload(folder: folder)
    let groups: [(name: String, figures: [() -> Figure])] = [
      ("start", startFigures(in: work)), ("commands", figures(in: work)),
      ("lab", labFigures(in: work)), ("state", stateFigures(in: work)),
      ("requests", requestFigures(in: work)), ("events", [eventFigure]),
    ]
    // All, or the groups that are asked for.
    let wanted = CommandLine.arguments.dropFirst()
    for group in groups where wanted.isEmpty || wanted.contains(group.name) {
      for figure in group.figures { print(figure().line) }
    }
  }

  private static func figures(in work: Workload) -> [() -> Figure] {
    [
      {
        let (ours, theirs) = pairs(
          Run(work.program, input: work.script("csr", "pki csr a CN:a.lab", count: 1)),
          Run(
            "openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=a.lab",
            "-keyout", "\(work.folder)/a.key", "-out", "\(work.folder)/a.csr"), count: 50)
        return Figure(
          name: "pki csr, whole process", value: ours * 1e3, reference: theirs * 1e3,
          referenceName: "openssl req", unit: "ms", target: 1.1)
      },
      {
        let run = Run(work.program, input: work.script("list", "pki list", count: 10_000))
        return Figure(
          name: "10,000 pki list from a pipe", value: median(of: 9, run.seconds), reference: 0.5,
          referenceName: "bound", unit: "s", target: 1)
      },
      { perCommand("pki inspect", "pki inspect server.cer", in: work, work.inspect) },
      { perCommand("pki match", "pki match server.key server.cer", in: work, work.match) },
      {
        perCommand(
          "pki verify, chain of three", "pki verify edge.cer bundle.cer", in: work, work.verify)
      },
      {
        let steps = 10_000
        let run = Run(work.program, "test", work.transcript(steps: steps))
        let start = Run(work.program, "test", work.transcript(steps: 1))
        let (long, short) = pairs(run, start, count: 9)
        return Figure(
          name: "mmp test, a step", value: (long - short) / Double(steps) * 1e3, reference: 0.1,
          referenceName: "bound", unit: "ms", target: 1)
      },
      {
        Figure(
          name: "peak memory of an idle console", value: work.idlePeakMegabytes(), reference: 20,
          referenceName: "bound", unit: "MB", target: 1)
      },
    ]
  }

  /// A command from a pipe, without the start of the program, against the same calls from C.
  private static func perCommand(
    _ name: String, _ command: String, in work: Workload, _ reference: () -> Void
  ) -> Figure {
    let count = 2_000
    let long = Run(
      work.program, "--files", work.files, input: work.script("long", command, count: count))
    let short = Run(
      work.program, "--files", work.files, input: work.script("short", command, count: 1))
    var ours: [Double] = []
    var theirs: [Double] = []
    for _ in 0..<7 {
      ours.append((long.seconds() - short.seconds()) / Double(count - 1))
      let start = Clock.now
      for _ in 0..<count { reference() }
      theirs.append((Clock.now - start) / Double(count))
    }
    return Figure(
      name: "\(name), a command", value: ours.median * 1e3, reference: theirs.median * 1e3,
      referenceName: "the same calls from C", unit: "ms", target: 2)
  }

  /// Medians of two programs run in turn, so that a slow moment of the machine hits both.
  static func pairs(_ a: Run, _ b: Run, count: Int) -> (Double, Double) {
    var (first, second) = ([Double](), [Double]())
    for _ in 0..<count {
      first.append(a.seconds())
      second.append(b.seconds())
    }
    return (first.median, second.median)
  }

  private static func median(of count: Int, _ body: () -> Double) -> Double {
    (0..<count).map { _ in body() }.median
  }
}
