import Appliance
import Classroom
import Gateway
import Lab
import Tutor

extension ServeJob {
  /// Who is served: the pods, none of them built yet unless that may fail, and who gets in.
  struct People {
    let classroom: Classroom
    let roster: Roster?
    let passwords: PodPasswords
    /// Where the pods' keys come from.
    let stock: KeyStock
  }

  /// The class that was asked for, or that is kept.
  func gathered(kept: ServedState?, journalFile: JournalFile?) throws(Failure) -> People {
    let setting = if let kept { kept.setting } else { try setting.suitingTasks() }
    let scenario = if let kept { try kept.scenario } else { try setting.chosenScenario }
    let tasks = if let kept { kept.tasks } else { try setting.tasks.set(in: scenario) }
    let description = try description(of: scenario, pods: kept?.pods ?? pods)
    let numbers = Classroom.numbers(of: description, pods: kept?.pods ?? pods)
    let (roster, passwords) = try entry.read(
      pods: numbers, kept: try kept?.passwords ?? PodPasswords(),
      lab: { description.outline(pod: $0).password })
    let stock = KeyStock(
      perProcessor: keyStock, bits: Appliance.keyBits, pods: numbers.count)
    let classroom = classroom(
      description, passwords: passwords, keys: stock, kept: kept, journalFile: journalFile,
      tasks: tasks, names: roster)
    // A scenario of the user's own may hold what cannot be built; that is said at once, and leaves
    // nothing in the file.
    if scenario != nil {
      try buildFirst(
        of: kept?.isNew == true
          ? self.classroom(
            description, passwords: passwords, keys: stock, kept: nil, journalFile: nil,
            tasks: nil, names: nil)
          : classroom)
    }
    return People(classroom: classroom, roster: roster, passwords: passwords, stock: stock)
  }

  /// What each pod is like.
  private func description(of scenario: Scenario?, pods: Int?) throws(Failure) -> WorldDescription {
    do throws(WorldError) {
      return try WorldDescription(scenario: scenario, pods: pods)
    } catch {
      throw Failure(.unreadable, error.description)
    }
  }

  /// The pods, none of them built yet.
  private func classroom(
    _ description: WorldDescription, passwords: PodPasswords, keys: KeyStock,
    kept: ServedState?, journalFile: JournalFile?, tasks: TaskSet?, names roster: Roster?
  ) -> Classroom {
    let setting = kept?.setting ?? setting
    var equipment = Equipment(clock: HostClock.milliseconds, now: setting.clock.now)
    equipment.release = setting.release.release
    equipment.keys = keys
    equipment.tutored = tutored
    equipment.passwords = passwords.byPod
    equipment.archive = kept?.archive
    if let origin = kept?.origin { equipment.origin = origin }
    equipment.tasks = tasks
    equipment.names = roster?.names ?? [:]
    equipment.whenBuilt = { _, journal in journalFile?.follow(journal) }
    equipment.whenRefused = { _, error in StandardStream.error.say(error.description) }
    return Classroom(description, pods: kept?.pods ?? pods, equipment: equipment)
  }

  private func buildFirst(of classroom: Classroom) throws(Failure) {
    do throws(WorldError) {
      try classroom.pods.first?.build()
    } catch {
      throw Failure(.unreadable, error.description)
    }
  }
}

extension Roster {
  /// What trainees are called, by their pods.
  fileprivate var names: [Int: String] {
    trainees.reduce(into: [:]) { names, trainee in names[trainee.pod] = trainee.name ?? trainee.id }
  }
}
