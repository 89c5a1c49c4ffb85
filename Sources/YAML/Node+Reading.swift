import Words

extension Node {
  /// The largest file that is read, in bytes.
  public static let largestFile = 1 << 20
  /// How many lists and mappings may stand inside each other.
  public static let greatestDepth = 32

  /// Reads the one document in `source`, the bytes of the file of that name.
  ///
  /// Values stand where they are read: names for values (`&`, `*`), merge keys (`<<`) and types
  /// (`!`) are refused, and so are a key that is there twice, bytes that are not UTF-8, and files
  /// larger or deeper than the limits above. A byte order mark at the start is passed over.
  ///
  /// - Throws: the first fault, with its place.
  public init(reading source: [UInt8], file: String) throws(YAMLError) {
    let start = Origin(place: Place(file: file, line: 1, column: 1), path: "")
    guard source.count <= Self.largestFile else {
      throw start.refused("the file is larger than \(Self.largestFile >> 20) MiB")
    }
    guard !source.isUTF16 else { throw start.refused("the file is UTF-16; save it as UTF-8") }
    let reader = try EventReader(source.withoutByteOrderMark, file: file)
    var tree = NodeTree()
    while true {
      let event = try reader.next()
      if case .fileEnd = event.kind { break }
      try tree.take(event)
    }
    guard let root = tree.root else { throw start.refused("the file holds nothing") }
    self = root
  }
}

/// A tree that grows with what is read.
private struct NodeTree {
  /// The document's value, once it is complete.
  private(set) var root: Node?
  private var open: [Branch] = []
  private var hasDocument = false

  /// A list or mapping that is not at its end.
  private struct Branch {
    let place: Place
    let isMapping: Bool
    var values: [Node] = []
    var members: [Node.Member] = []
    var keys: Set<String> = []
    /// The key whose value comes next.
    var key: (Scalar, Place)?
  }

  mutating func take(_ event: YAMLEvent) throws(YAMLError) {
    if event.hasAnchor { throw refused("anchors (&) are not allowed", at: event.place) }
    if event.hasTag { throw refused("tags (!) are not allowed", at: event.place) }
    switch event.kind {
    case .alias: throw refused("aliases (*) are not allowed", at: event.place)
    case .documentStart:
      if hasDocument { throw refused("there may be one document only", at: event.place) }
      hasDocument = true
    case .scalar(let scalar):
      if let last = open.last, last.isMapping, last.key == nil {
        try begin(scalar, at: event.place)
      } else {
        add(Node(place: event.place, content: .scalar(scalar)))
      }
    case .sequenceStart: try open(at: event.place, isMapping: false)
    case .mappingStart: try open(at: event.place, isMapping: true)
    case .end:
      guard let branch = open.popLast() else { return }
      add(
        Node(
          place: branch.place,
          content: branch.isMapping ? .mapping(branch.members) : .sequence(branch.values)))
    case .fileEnd, .other: break
    }
  }

  private mutating func open(at place: Place, isMapping: Bool) throws(YAMLError) {
    guard open.count < Node.greatestDepth else {
      throw refused(
        "more than \(Node.greatestDepth) lists and mappings in each other", at: place)
    }
    if let last = open.last, last.isMapping, last.key == nil {
      throw refused("a key is a single word", at: place)
    }
    open.append(Branch(place: place, isMapping: isMapping))
  }

  private mutating func begin(_ key: Scalar, at place: Place) throws(YAMLError) {
    let isNew = open[open.count - 1].keys.insert(key.text).inserted
    open[open.count - 1].key = (key, place)
    if key.isPlain, key.text == "<<" {
      throw refused("merge keys (<<) are not allowed", at: place)
    }
    guard isNew else { throw refused("this key is there twice", at: place) }
  }

  private mutating func add(_ node: Node) {
    guard let last = open.indices.last else {
      root = node
      return
    }
    if let (key, place) = open[last].key {
      open[last].members.append(Node.Member(key: key, place: place, value: node))
      open[last].key = nil
    } else {
      open[last].values.append(node)
    }
  }

  /// The error that refuses what is read just now. Only here the path is put together: doing so for
  /// each value took a minute for a deep file of a mebibyte.
  private func refused(_ sentence: String, at place: Place) -> YAMLError {
    let path = open.reduce(into: "") { path, branch in
      if branch.isMapping {
        if let key = branch.key?.0.text { path = Field.path(path, key) }
      } else {
        path += "[\(branch.values.count)]"
      }
    }
    return Origin(place: place, path: path).refused(sentence)
  }
}
