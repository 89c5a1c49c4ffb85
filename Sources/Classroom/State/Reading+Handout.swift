package import Store

extension Writing {
  /// Keeps who is at which pod, what lets them in, and where the class is served now; for those who
  /// come later and for ``Reading/handout()``.
  ///
  /// - Parameters:
  ///   - handout: the class as it is served.
  ///   - passwords: the passwords by pod that are not the lab's.
  ///   - isNamed: whether the names in it are those of the class from now on; else the old ones stay.
  package func keep(
    _ handout: Handout, passwords: PodPasswords, isNamed: Bool
  ) throws(StoreFault) {
    let kept = Dictionary(uniqueKeysWithValues: try reading.pods().map { ($0.pod, $0) })
    for card in handout.cards {
      var row = kept[card.pod] ?? PodRow(pod: card.pod)
      if isNamed {
        row.id = card.trainee?.id
        row.lastName = card.trainee?.lastName
        row.firstName = card.trainee?.firstName
        row.email = card.trainee?.email
      }
      row.password = passwords.byPod[card.pod]
      try put(row)
    }
    try setMeta(Key.randomPasswords, passwords.areRandom ? "yes" : nil)
    try keepDoors(of: handout, passwords: passwords)
  }

  /// Keeps where the class is served now, and nothing of its people.
  package func keepDoors(of handout: Handout, passwords: PodPasswords) throws(StoreFault) {
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
    try servedRecord()?.handout(of: try pods())
  }

  /// Where the class was served last; nil if it never was.
  func servedRecord() throws(StoreFault) -> ServedRecord? {
    try meta(Key.served).flatMap(ServedRecord.init(text:))
  }
}

private enum Key {
  static let randomPasswords = "random passwords"
  static let served = "class served"
}
