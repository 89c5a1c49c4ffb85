import PKI
import Synchronization
private import Yams

/// Why a world cannot be built.
public struct WorldError: Error, CustomStringConvertible {
  /// A sentence for whoever wrote the scenario.
  public let description: String

  init(_ description: String) { self.description = description }
}

extension Description {
  /// The world of the lab page with a scenario laid over it; `$pod` stands in it yet.
  init(with scenario: Scenario?) throws(WorldError) {
    var node = try YAMLNode.read(PackageResources.pod7_yaml, name: "pod7.yaml")
    if let scenario {
      node = YAMLNode.merged(
        node, with: try YAMLNode.read(scenario.source, name: scenario.name))
    }
    do {
      self = try YAMLDecoder().decode(Self.self, from: node)
    } catch {
      throw WorldError("\(scenario?.name ?? "pod7.yaml"): \(WorldError.words(for: error))")
    }
  }
}

extension Scenario {
  /// The paragraph at its head.
  static func purpose(in source: [UInt8], name: String) throws(WorldError) -> String {
    guard let purpose = try YAMLNode.read(source, name: name)["purpose"]?.string else {
      throw WorldError("\(name): a scenario needs a purpose")
    }
    return purpose.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// The private keys that ready-made hosts share. They are public: nobody may trust them.
enum ReadyKeys {
  /// The key of that name, decoded once for all worlds; nil if there is none.
  static func key(named name: String) -> PrivateKey? {
    decoded.withLock { keys in
      if let key = keys[name] { return key }
      let key = texts[name].flatMap { PKIFile(Array($0.utf8)).privateKey }
      keys[name] = key
      return key
    }
  }

  private static let decoded = Mutex<[String: PrivateKey]>([:])

  /// The PEM text by name.
  private static let texts: [String: String] = {
    guard let node = try? YAMLNode.read(PackageResources.keys_yaml, name: "keys.yaml") else {
      return [:]
    }
    return (try? YAMLDecoder().decode([String: String].self, from: node)) ?? [:]
  }()
}

/// What is done with YAML before it is decoded.
private enum YAMLNode {
  /// A file whose top is a mapping.
  static func read(_ source: [UInt8], name: String) throws(WorldError) -> Node {
    do {
      let text = String(decoding: source, as: UTF8.self)
      guard let node = try Yams.compose(yaml: text), node.mapping != nil else {
        throw WorldError("\(name): no mapping at its top")
      }
      return node
    } catch let error as WorldError {
      throw error
    } catch {
      throw WorldError("\(name): \(error)")
    }
  }

  /// Mappings are laid over each other; anything else replaces what was there.
  static func merged(_ base: Node, with other: Node) -> Node {
    guard var mapping = base.mapping, let changes = other.mapping else { return other }
    for (key, value) in changes {
      mapping[key] = mapping[key].map { merged($0, with: value) } ?? value
    }
    return .mapping(mapping)
  }
}

extension WorldError {
  /// What the decoder missed or misunderstood, in a line.
  fileprivate static func words(for error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    switch error {
    case .keyNotFound(let key, let context):
      return "\(path(context.codingPath))\(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      return "\(path(context.codingPath))\(context.debugDescription)"
    @unknown default: return "\(error)"
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.isEmpty ? "" : keys.map(\.stringValue).joined(separator: ".") + ": "
  }
}
