import Words

/// One thing that stands in a file.
struct YAMLEvent {
  /// Where it begins.
  let place: Place
  /// What it is.
  let kind: Kind
  /// Whether it is given a name with `&`.
  var hasAnchor = false
  /// Whether it is given a type with `!`.
  var hasTag = false

  /// The kinds of things.
  enum Kind {
    case scalar(Scalar)
    case alias
    case sequenceStart
    case mappingStart
    /// Of a list or mapping.
    case end
    case documentStart
    case fileEnd
    /// Of no interest to anybody.
    case other
  }
}
