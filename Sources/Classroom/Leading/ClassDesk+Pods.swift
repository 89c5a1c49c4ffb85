import Store
import Words

extension ClassDesk {
  /// The pods that the file has, and those that are served.
  func numbers(with rows: [PodRow]) -> [Int] {
    Set(rows.map(\.pod)).union((pods ?? [:]).filter { !$0.value.isRemoved }.keys).sorted()
  }

  /// The number of the pod that somebody names by it, or by its trainee's id.
  func number(of text: String) throws(ClassRefusal) -> Int {
    let rows = try read { (reading) throws(StoreFault) in try reading.pods() }
    let numbers = numbers(with: rows)
    if let number = Int(text), numbers.contains(number) { return number }
    if let row = rows.first(where: { $0.id == text }) { return row.pod }
    let all =
      switch numbers.count {
      case 0: "there is none"
      case 1: "there is pod \(numbers[0])"
      default: "there are pods \(Self.words(numbers))"
      }
    // A wrong number is as near to others as can be.
    let names = Int(text) == nil ? rows.compactMap(\.id) : []
    throw .unknown("pod", text, among: names, otherwise: all)
  }

  /// Numbers in words, such as `1 to 14, 16 and 18 to 24`.
  static func words(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    let words = ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)"
    }
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// What is said of a pod that the class has no more; nil for all others.
  func absence(of pod: Int) throws(ClassRefusal) -> String? {
    let count = try read { (reading) throws(StoreFault) in try reading.podCount() }
    guard let count, pod > count else { return nil }
    return "pod \(pod) is not served: the class has only "
      + (count == 1 ? "pod 1" : "pods 1 to \(count)") + " now"
  }
}
