package import Store
import Words

/// Why something that whoever leads a class asks for is not done.
package struct ClassRefusal: Error, Sendable, Equatable {
  /// What the asking program exits with.
  package let status: UInt8
  /// A sentence about it, without a subject.
  package let text: String
  /// Whether the pod is one that nobody was in yet.
  let isOfNewPod: Bool

  init(_ text: String, status: UInt8 = 1, isOfNewPod: Bool = false) {
    self.status = status
    self.text = text
    self.isOfNewPod = isOfNewPod
  }

  /// The state file does not do what it should.
  package init(_ fault: StoreFault) {
    switch fault {
    case .full: self.init("there is no room in the state file's disk", status: 74)
    case .busy:
      self.init("another program reads the state file just now; try again", status: 75)
    case .inUse: self.init("another process has the state file open", status: 75)
    case .readOnly: self.init("the state file cannot be written", status: 73)
    case .closed: self.init("the server is about to end", status: 69)
    default: self.init("the state file \(fault.predicate)", status: 66)
    }
  }

  /// There is nothing of that name.
  static func unknown(
    _ kind: String, _ name: String, among names: [String], otherwise: String
  ) -> ClassRefusal {
    let hint = NearestWord.hint(for: name, among: names) { Shown.plain($0) }
    return ClassRefusal("there is no \(kind) \(Shown.quoted(name))\(hint ?? "; \(otherwise)")")
  }
}
