/// One line of the benchmark's report.
struct Figure {
  let name: String
  /// What was measured, in the unit.
  let value: Double
  /// What it is compared with: a measured reference, or a bound.
  let reference: Double
  let referenceName: String
  let unit: String
  /// The most that `value / reference` should be.
  let target: Double

  /// The line: name, values, ratio and target.
  var line: String {
    let ratio = value / reference
    return name.padded(to: 34)
      + "\(value.text) \(unit)".padded(to: 14)
      + "\(referenceName): \(reference.text) \(unit)".padded(to: 38)
      + "ratio \(ratio.text) (target \(target.text))" + (ratio <= target ? "" : "  OVER")
  }
}

extension Double {
  /// Three digits that count; `String(format:)` would bring all of Foundation along.
  fileprivate var text: String {
    var scale = 1.0
    while abs(self) * scale < 100, scale < 1e6 { scale *= 10 }
    return "\((self * scale).rounded() / scale)"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(1, width - count))
  }
}
