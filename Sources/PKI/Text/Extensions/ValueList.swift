/// How an extension lays out its values.
enum ValueLayout {
  /// On one line, between commas.
  case line
  /// Each on a line of its own.
  case block
}

extension TextBuffer {
  /// Writes values one by one, with `<EMPTY>` for none.
  mutating func write<Values: Sequence>(
    values: Values, _ layout: ValueLayout, indent margin: Int,
    _ body: (inout TextBuffer, Values.Element) -> Void
  ) {
    var isFirst = true
    for value in values {
      begin(layout, isFirst: isFirst, indent: margin)
      body(&self, value)
      if layout == .block { write("\n") }
      isFirst = false
    }
    if isFirst { writeEmpty(indent: margin) }
  }

  mutating func writeEmpty(indent margin: Int) {
    indent(margin)
    write("<EMPTY>\n")
  }

  private mutating func begin(_ layout: ValueLayout, isFirst: Bool, indent margin: Int) {
    if layout == .block || isFirst { indent(margin) } else { write(", ") }
  }
}
