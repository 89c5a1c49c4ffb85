package import Store

extension Writing {
  /// Keeps who is at which pod, what lets them in, and where the class is served now; for those who
  /// come later and for ``Reading/handout()``.
  ///
  /// - Parameters:
  ///   - handout: the class as it is served.
  ///   - passwords: the passwords by pod that are not the lab's.
  package func keep(_ handout: Handout, passwords: PodPasswords) throws(StoreFault) {
    let kept = Dictionary(uniqueKeysWithValues: try reading.pods().map { ($0.pod, $0) })
    for card in handout.cards {
      var row = kept[card.pod] ?? PodRow(pod: card.pod)
      if let trainee = card.trainee {
        row.id = trainee.id
        row.lastName = trainee.lastName
        row.firstName = trainee.firstName
        row.email = trainee.email
      }
      row.password = passwords.byPod[card.pod]
      try put(row)
    }
    try setMeta(Key.randomPasswords, passwords.areRandom ? "yes" : nil)
    try setMeta(Key.served, ServedRecord(handout, passwords: passwords).text)
  }
}

extension Reading {
  /// The passwords that the class has now.
  package func passwords() throws(StoreFault) -> PodPasswords {
    PodPasswords(
      byPod: try pods().reduce(into: [:]) { $0[$1.pod] = $1.password },
      areRandom: try meta(Key.randomPasswords) != nil)
  }

  /// What the trainees are given, as the class was served last and at the address it listened at; nil
  /// if it never was.
  package func handout() throws(StoreFault) -> Handout? {
    guard let record = try meta(Key.served).flatMap(ServedRecord.init(text:)) else {
      return nil
    }
    return record.handout(of: try pods())
  }
}

private enum Key {
  static let randomPasswords = "random passwords"
  static let served = "class served"
}
