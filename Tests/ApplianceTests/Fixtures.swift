import Appliance
import TestSupport

extension FileStore.File {
  /// A file of ``Fixtures/pki``, under its name or another.
  static func fixture(_ name: String, as newName: String? = nil) throws -> FileStore.File {
    FileStore.File(name: newName ?? name, contents: try Fixtures.pki.bytes(name))
  }
}

extension Admission {
  var pass: Pass? { if case .admitted(let pass) = self { pass } else { nil } }
  /// Whether it is a refusal, and the last one.
  var refusal: Bool? { if case .refused(let isLast) = self { isLast } else { nil } }
}
