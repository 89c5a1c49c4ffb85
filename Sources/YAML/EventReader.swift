private import CYAML
import Words

/// What stands in a file, one thing after another, as libyaml finds it. C is seen in this file only.
final class EventReader {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let file: String

  /// A reader of these bytes, which are those of the file of that name.
  init(_ source: [UInt8], file: String) throws(YAMLError) {
    self.file = file
    input = .allocate(capacity: source.count)
    _ = input.initialize(from: source)
    parser = .allocate(capacity: 1)
    // All else is freed by `deinit`, also when this throws; a parser that failed is empty.
    guard yaml_parser_initialize(parser) == 1 else {
      let start = Place(file: file, line: 1, column: 1)
      throw Origin(place: start, path: "").refused("there is no memory to read it")
    }
    // Otherwise two bytes at the start would make it UTF-16.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next thing in the file.
  func next() throws(YAMLError) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { yaml_event_delete(&event) }
    let place = place(of: event.start_mark)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return YAMLEvent(
        place: place,
        kind: .scalar(Scalar(text: text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)),
        hasAnchor: scalar.anchor != nil, hasTag: scalar.tag != nil)
    case YAML_ALIAS_EVENT: return YAMLEvent(place: place, kind: .alias)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return YAMLEvent(
        place: place, kind: .sequenceStart, hasAnchor: start.anchor != nil,
        hasTag: start.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return YAMLEvent(
        place: place, kind: .mappingStart, hasAnchor: start.anchor != nil, hasTag: start.tag != nil)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return YAMLEvent(place: place, kind: .end)
    case YAML_DOCUMENT_START_EVENT:
      let tags = event.data.document_start.tag_directives
      return YAMLEvent(place: place, kind: .documentStart, hasTag: tags.start != tags.end)
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return YAMLEvent(place: place, kind: .fileEnd)
    default: return YAMLEvent(place: place, kind: .other)
    }
  }

  /// What libyaml has against the file.
  private var problem: YAMLError {
    let parser = parser.pointee
    let words = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
    let context = parser.context.map { " \(String(cString: $0))" } ?? ""
    // A byte that is no character has no mark yet.
    let place =
      parser.error == YAML_READER_ERROR
      ? place(ofByte: parser.problem_offset) : place(of: parser.problem_mark)
    return Origin(place: place, path: "").refused("this is no YAML: \(words)\(context)")
  }

  private func place(of mark: yaml_mark_t) -> Place {
    Place(file: file, line: mark.line + 1, column: mark.column + 1)
  }

  private func place(ofByte offset: Int) -> Place {
    let before = input.prefix(offset)
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    // Bytes that go on with a character do not count.
    let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    return Place(file: file, line: line, column: column)
  }
}
