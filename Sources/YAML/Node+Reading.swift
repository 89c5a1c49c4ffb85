extension Node {
  /// The largest file that is read, in bytes.
  public static let largestFile = 1 << 20
  /// How many lists and mappings may stand inside each other.
  public static let greatestDepth = 32

  /// Reads the one document in `source`, the bytes of the file of that name.
  ///
  /// Values stand where they are read: names for values (`&`, `*`), merge keys (`<<`) and types
  /// (`!`) are refused, and so are a key that is there twice, bytes that are not UTF-8, and files
  /// larger or deeper than the limits above.
  ///
  /// - Throws: the first fault, with its place.
  public init(reading source: [UInt8], file: String) throws(YAMLError) {
    let start = Origin(place: Place(file: file, line: 1, column: 1), path: "")
    guard source.count <= Self.largestFile else {
      throw start.refused("the file is larger than \(Self.largestFile >> 20) MiB")
    }
    let reader = try EventReader(source, file: file)
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
    var entries: [Node.Entry] = []
    var keys: Set<String> = []
    /// The key whose value comes next.
    var key: (Scalar, Place)?
  }

  mutating func take(_ event: EventReader.Event) throws(YAMLError) {
    let origin = Origin(place: event.place, path: path)
    if event.hasAnchor { throw origin.refused("anchors (&) are not allowed") }
    if event.hasTag { throw origin.refused("tags (!) are not allowed") }
    switch event.kind {
    case .alias: throw origin.refused("aliases (*) are not allowed")
    case .documentStart:
      if hasDocument { throw origin.refused("there may be one document only") }
      hasDocument = true
    case .scalar(let scalar):
      if let last = open.last, last.isMapping, last.key == nil {
        try begin(scalar, at: event.place)
      } else {
        add(Node(place: event.place, content: .scalar(scalar)))
      }
    case .sequenceStart: try open(at: origin, isMapping: false)
    case .mappingStart: try open(at: origin, isMapping: true)
    case .end:
      guard let branch = open.popLast() else { return }
      add(
        Node(
          place: branch.place,
          content: branch.isMapping ? .mapping(branch.entries) : .sequence(branch.values)))
    case .fileEnd, .other: break
    }
  }

  private mutating func open(at origin: Origin, isMapping: Bool) throws(YAMLError) {
    guard open.count < Node.greatestDepth else {
      throw origin.refused("more than \(Node.greatestDepth) lists and mappings in each other")
    }
    if let last = open.last, last.isMapping, last.key == nil {
      throw origin.refused("a key is a single word")
    }
    open.append(Branch(place: origin.place, isMapping: isMapping))
  }

  private mutating func begin(_ key: Scalar, at place: Place) throws(YAMLError) {
    let origin = Origin(place: place, path: Field.path(path, key.text))
    if key.isPlain, key.text == "<<" { throw origin.refused("merge keys (<<) are not allowed") }
    guard open[open.count - 1].keys.insert(key.text).inserted else {
      throw origin.refused("this key is there twice")
    }
    open[open.count - 1].key = (key, place)
  }

  private mutating func add(_ node: Node) {
    guard let last = open.indices.last else {
      root = node
      return
    }
    if let (key, place) = open[last].key {
      open[last].entries.append(Node.Entry(key: key, place: place, value: node))
      open[last].key = nil
    } else {
      open[last].values.append(node)
    }
  }

  /// The keys that lead to where the file has been read to.
  private var path: String {
    open.reduce(into: "") { path, branch in
      if branch.isMapping {
        if let key = branch.key?.0.text { path = Field.path(path, key) }
      } else {
        path += "[\(branch.values.count)]"
      }
    }
  }
}
