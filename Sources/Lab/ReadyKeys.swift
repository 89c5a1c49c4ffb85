import PKI
import Synchronization
import YAML

/// The private keys that ready-made hosts share. They are public: nobody may trust them.
enum ReadyKeys {
  /// The key of that name, decoded once for all worlds; nil if there is none.
  static func key(named name: String) -> PrivateKey? {
    decoded.withLock { keys in
      if let key = keys[name] { return key }
      let key = texts[name].flatMap { try? PrivateKey(rsa: WindowsPEM.decode(Array($0.utf8))) }
      keys[name] = key
      return key
    }
  }

  /// What they are called, in order.
  static let names: [String] = texts.keys.sorted()

  /// Those that are no identity's: the authorities' and the one that belongs to nobody.
  static let reserved: Set = ["root", "issuing", "other", "spare"]

  private static let decoded = Mutex<[String: PrivateKey]>([:])

  /// The PEM text by name.
  private static let texts: [String: String] = {
    var texts: [String: String] = [:]
    let node = try? Node(reading: .keys)
    for entry in (try? node.map { Field($0) }?.named(atMost: 100)) ?? [] {
      texts[entry.name] = try? entry.value.string()
    }
    return texts
  }()
}
