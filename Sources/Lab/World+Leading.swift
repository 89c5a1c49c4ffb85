package import Journal
import Workstation

extension World {
  /// Tells of something that whoever leads the class did to the whole pod: it has no machine of its
  /// own, so it is told at PC1.
  package func tell(_ kind: Event.Kind) {
    journal.record(kind, at: workstation.name, by: nil)
  }
}
