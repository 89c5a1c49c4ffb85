extension UnsafeRawBufferPointer {
  /// Whether `sequence`, which is not empty, stands anywhere in these bytes.
  func contains(sequence: String.UTF8View) -> Bool {
    guard let first = sequence.first, count >= sequence.count else { return false }
    return indices.dropLast(sequence.count - 1).contains { index in
      self[index] == first && self[index...].starts(with: sequence)
    }
  }
}
