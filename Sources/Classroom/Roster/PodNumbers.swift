import Words

/// The pods that the rows of a table are about: each is there, and only once.
struct PodNumbers {
  private let pods: Set<Int>
  private var lines: [Int: Int] = [:]

  /// Of a class with those pods.
  init(of pods: some Collection<Int>) { self.pods = Set(pods) }

  /// The pod a field names.
  mutating func take(_ field: CSVField) throws(CSVError) -> Int {
    guard !field.text.isEmpty, field.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw CSVError(
        at: field.place, "the number of a pod belongs here, not \(Shown.quoted(field.text))")
    }
    guard let pod = Int(field.text), pods.contains(pod) else {
      throw CSVError(at: field.place, "there is no pod \(Shown.plain(field.text)), \(range)")
    }
    if let line = lines.updateValue(field.place.line, forKey: pod) {
      throw CSVError(at: field.place, "pod \(pod) is there twice, first in line \(line)")
    }
    return pod
  }

  private var range: String {
    guard let first = pods.min(), let last = pods.max(), first < last else {
      return "only pod \(pods.first ?? 0); see --pods"
    }
    return "only \(first) to \(last); see --pods"
  }
}
