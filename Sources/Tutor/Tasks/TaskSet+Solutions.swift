import Words

/// What differs by trainee when solutions are tried.
extension TaskSet {
  /// A solution as a trainee would type it, and as the lab would answer: `$pod` and the set's
  /// variables in it have their values. All else stays, other words with a dollar sign too.
  ///
  /// - Parameter solution: the bytes of a transcript.
  public func solution(_ solution: [UInt8], for trainee: Trainee) -> [UInt8] {
    let filling = Filling(for: trainee, variables)
    var result: [UInt8] = []
    for piece in pieces(of: solution) {
      if piece.isWord {
        result += filling.filled("$\(piece.text.asText)").utf8
      } else {
        result += piece.text
      }
    }
    return result
  }

  /// Whether a solution has words in it that stand for something else with each trainee.
  public func differs(_ solution: [UInt8]) -> Bool {
    pieces(of: solution).contains(where: \.isWord)
  }

  /// Trainees whose values differ: that of a pod first, then those of further pods from 1 on, each
  /// with as many values as possible that none before has.
  public func trainees(from pod: Int, atMost count: Int) -> [Trainee] {
    var trainees = [Trainee(pod: pod)]
    var seen = values(of: trainees[0])
    while trainees.count < count {
      let others = (1...Self.lastPod).filter { number in !trainees.contains { $0.pod == number } }
      let news = others.map { pod in
        (pod: pod, count: values(of: Trainee(pod: pod)).subtracting(seen).count)
      }
      guard let most = news.max(by: { ($0.count, $1.pod) < ($1.count, $0.pod) }) else { break }
      trainees.append(Trainee(pod: most.pod))
      seen.formUnion(values(of: Trainee(pod: most.pod)))
    }
    return trainees
  }

  /// So many pods are looked at.
  private static let lastPod = 48

  /// The values of a trainee's variables.
  private func values(of trainee: Trainee) -> Set<[String]> {
    let filling = Filling(for: trainee, variables)
    let names = variables.filter { $0.value.count > 1 }.keys
    return Set(names.map { [$0, filling.filled("$\($0)")] })
  }

  /// Bytes taken apart; a word is without its sign.
  private func pieces(of bytes: [UInt8]) -> [(text: ArraySlice<UInt8>, isWord: Bool)] {
    let sign = UInt8(ascii: "$")
    let known = Set(variables.keys).union(["pod"])
    var pieces: [(text: ArraySlice<UInt8>, isWord: Bool)] = []
    var (start, place) = (0, 0)
    while let next = bytes[place...].firstIndex(of: sign) {
      let word = bytes[(next + 1)...].prefix(while: \.isLetterOrDigit)
      place = word.endIndex
      guard known.contains(word.asText) else { continue }
      pieces += [(bytes[start..<next], false), (word, true)]
      start = place
    }
    return pieces + [(bytes[start...], false)]
  }
}

extension ArraySlice<UInt8> {
  /// The bytes as text.
  fileprivate var asText: String { String(decoding: self, as: UTF8.self) }
}
