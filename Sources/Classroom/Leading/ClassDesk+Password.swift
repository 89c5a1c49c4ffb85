import Store

extension ClassDesk {
  /// What lets a pod's trainee in, in a line of its own.
  ///
  /// - Parameter isNew: whether it becomes another one: from the next login on, for cards too.
  func password(
    of pod: Int, isNew: Bool, to asker: any ClassAsker
  ) throws(ClassRefusal) {
    if let absence = try absence(of: pod) { throw ClassRefusal(absence) }
    guard isNew else { return say(try presentPassword(of: pod), to: asker) }
    var generator = SystemRandomNumberGenerator()
    let password = SpokenPassword.make(using: &generator)
    if let served = served(pod) {
      try served.set(password: password) { () throws(ClassRefusal) in try keep(password, of: pod) }
    } else {
      try keep(password, of: pod)
    }
    say(password, to: asker)
  }

  private func presentPassword(of pod: Int) throws(ClassRefusal) -> String {
    if let served = served(pod) { return served.password }
    let password = try read { (reading) throws(StoreFault) -> String? in
      // A pod that has the lab's is on the cards only.
      if let own = try reading.passwords().byPod[pod] { return own }
      return try reading.handout()?.cards.first { $0.pod == pod }?.password
    }
    guard let password else {
      throw ClassRefusal("the password of pod \(pod) is not known: it was never served")
    }
    return password
  }

  /// Those who log in to the live attempt have it as well: a server that begins takes it from there.
  private func keep(_ password: String, of pod: Int) throws(ClassRefusal) {
    try write { (writing) throws(StoreFault) in
      var row = try writing.reading.pods().first { $0.pod == pod } ?? PodRow(pod: pod)
      row.password = password
      try writing.put(row)
      guard let live = try writing.reading.liveAttempt(of: pod) else { return }
      for var account in try writing.reading.accounts(of: live.id) {
        account.password = password
        try writing.put(account, in: live.id)
      }
    }
  }
}
