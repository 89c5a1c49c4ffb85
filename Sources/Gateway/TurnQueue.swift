import PKI

/// What waits to be done, in turn by group and then by member: whoever asks for much waits longer
/// for it, and nobody else does.
struct TurnQueue<Element> {
  /// What one member waits for, oldest first.
  private struct Lane {
    let member: Int
    var elements: [Element]
  }

  /// The members of a group that wait, the next one first.
  private struct Group {
    let id: ObjectIdentifier?
    var lanes: [Lane] = []
    var running = 0
  }

  /// The next one first, of those that have as much being done.
  private var groups: [Group] = []

  /// Puts an element behind those that `asker` waits for; nobody in particular is one, too.
  mutating func append(_ element: Element, for asker: Asker?) {
    let group = place(of: asker)
    let member = asker?.member ?? 0
    if let lane = groups[group].lanes.firstIndex(where: { $0.member == member }) {
      groups[group].lanes[lane].elements.append(element)
    } else {
      groups[group].lanes.append(Lane(member: member, elements: [element]))
    }
  }

  /// Takes the element whose turn it is and notes that it is being done: of the groups that have
  /// least being done, that which had its turn longest ago, and of it such a member; nil if none waits.
  mutating func takeNext() -> (element: Element, group: ObjectIdentifier?)? {
    let waiting = groups.indices.filter { !groups[$0].lanes.isEmpty }
    guard let next = waiting.min(by: { groups[$0].running < groups[$1].running }) else {
      return nil
    }
    var group = groups.remove(at: next)
    var lane = group.lanes.removeFirst()
    let element = lane.elements.removeFirst()
    if !lane.elements.isEmpty { group.lanes.append(lane) }
    group.running += 1
    groups.append(group)
    return (element, group.id)
  }

  /// Takes the first of the group's elements that fits, out of its turn, and notes that it is being
  /// done; nil if none waits.
  mutating func takeFirst(
    of id: ObjectIdentifier?, where isFitting: (Element) -> Bool
  ) -> Element? {
    guard let group = groups.firstIndex(where: { $0.id == id }) else { return nil }
    for lane in groups[group].lanes.indices {
      let elements = groups[group].lanes[lane].elements
      guard let place = elements.firstIndex(where: isFitting) else { continue }
      groups[group].lanes[lane].elements.remove(at: place)
      if elements.count == 1 { groups[group].lanes.remove(at: lane) }
      groups[group].running += 1
      return elements[place]
    }
    return nil
  }

  /// Whether nothing of the group's is being done.
  func isIdle(_ id: ObjectIdentifier?) -> Bool {
    groups.allSatisfy { $0.id != id || $0.running == 0 }
  }

  /// Something of the group's that did not have to wait is being done.
  mutating func begin(for asker: Asker?) { groups[place(of: asker)].running += 1 }

  /// Something of the group's has been done.
  mutating func finish(of id: ObjectIdentifier?) {
    guard let group = groups.firstIndex(where: { $0.id == id }) else { return }
    groups[group].running -= 1
    forgetIdle()
  }

  /// Takes out what nobody wants any more.
  mutating func removeAll(where isUnwanted: (Element) -> Bool) {
    for group in groups.indices {
      for lane in groups[group].lanes.indices {
        groups[group].lanes[lane].elements.removeAll(where: isUnwanted)
      }
      groups[group].lanes.removeAll(where: \.elements.isEmpty)
    }
    forgetIdle()
  }

  private mutating func forgetIdle() {
    groups.removeAll { $0.running == 0 && $0.lanes.isEmpty }
  }

  private mutating func place(of asker: Asker?) -> Int {
    if let place = groups.firstIndex(where: { $0.id == asker?.group }) { return place }
    groups.append(Group(id: asker?.group))
    return groups.count - 1
  }
}
