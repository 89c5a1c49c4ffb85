import Appliance
import Console
import PKI

/// Work that may take long: what is in files others made decides how long.
extension Call {
  /// Whether whoever typed the command still waits for its answer.
  private var isWanted: Bool { !visit.isCut && !screen.isInterrupted }

  /// Does something with files once they are decoded. What may take long is done where keys are
  /// made, behind everybody's prompts.
  ///
  /// - Parameters:
  ///   - names: the files that it looks into; they need not be there.
  ///   - isQuick: false for what takes long whatever the files' size.
  ///   - work: given the appliance, and what tells it whether to go on; nil where it did not.
  /// - Throws: the refusal of `work`; ``Refusal/abandoned`` if nobody waits any more.
  func working<Value: Sendable>(
    on names: [String], isQuick: Bool = true,
    _ work: @escaping @Sendable (Appliance, () -> Bool) throws(Refusal) -> Value?
  ) throws(Refusal) -> Value {
    let appliance = appliance
    let step = { @Sendable (isWanted: () -> Bool) -> Result<Value, Refusal>? in
      guard appliance.decode(names, while: isWanted) else { return nil }
      do throws(Refusal) {
        return try work(appliance, isWanted).map { .success($0) }
      } catch {
        return .failure(error)
      }
    }
    let result =
      isQuick && appliance.isQuick(names)
      ? step { true } : visit.keys.carryOut(step) { isWanted }
    guard let result else { throw .abandoned }
    return try result.get()
  }
}
