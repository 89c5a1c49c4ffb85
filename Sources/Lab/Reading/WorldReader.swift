import Appliance
import YAML

/// Reads what a world is described with, and knows the names that are declared in it.
///
/// Texts keep their `$pod`; they are judged as they are in one pod.
struct WorldReader {
  private let pod: Pod
  /// Who may hold a certificate.
  private(set) var identities: [String] = []
  /// What a file or an issuer may be called that is an authority.
  private(set) var authorities: [String] = []
  /// What lies on PC1, for the appliances' files that come from there.
  private(set) var workstationFiles: [String] = []
  /// Where those are listed.
  private(set) var workstationList: Origin?

  /// The world in `field`, complete; judged as it is in the pod of that number, nil for its own.
  static func description(
    _ field: Field, inPod number: Int? = nil
  ) throws(YAMLError) -> Description {
    let fields = try Fields(field, keys: WorldKey.self)
    let pod = try fields.required(.pod).integer(in: 1...9_999)
    var reader = WorldReader(pod: Pod(number: "\(number ?? pod)"))
    let identities = try reader.identities(fields.required(.identities))
    reader.identities = identities.keys.sorted()
    let authority = try reader.authority(fields.required(.authority))
    reader.authorities = authority.tiers > 1 ? ["root", "issuing", "other"] : ["root", "other"]
    let webServer = try reader.webServer(fields.required(.webServer))
    let workstation = try reader.workstation(fields.required(.workstation))
    reader.workstationFiles = workstation.files.map { reader.filled($0.file) }
    reader.workstationList =
      try Fields(fields.required(.workstation), keys: WorkstationKey.self)[.files]?.origin
    let description = Description(
      pod: pod, identities: identities, authority: authority, webServer: webServer,
      workstation: workstation,
      accounts: try reader.accounts(fields.required(.accounts)),
      appliances: try reader.appliances(fields.required(.appliances)))
    try reader.checkHosts(fields)
    return description
  }

  private init(pod: Pod) { self.pod = pod }

  /// A text that keeps a rule.
  func text(_ field: Field, _ rule: TextRule) throws(YAMLError) -> String {
    let text = try field.string()
    guard rule.isKept(filled(text)) else {
      throw rule.isSecret
        ? field.refused(rule.sentence) : field.undeclared(filled(text), among: [], rule.sentence)
    }
    return text
  }

  /// A list of texts that keep a rule.
  func texts(_ field: Field, atMost limit: Int, _ rule: TextRule) throws(YAMLError) -> [String] {
    var texts: [String] = []
    for field in try field.list(atMost: limit) { texts.append(try text(field, rule)) }
    return texts
  }

  /// Values of one kind, whose names keep a rule.
  func named<Value>(
    _ field: Field, atMost limit: Int, _ rule: TextRule, read: (Field) throws(YAMLError) -> Value
  ) throws(YAMLError) -> [String: Value] {
    var values: [String: Value] = [:]
    for entry in try field.named(atMost: limit) {
      guard rule.isKept(entry.name) else {
        throw entry.undeclared(rule.sentence)
      }
      values[entry.name] = try read(entry.value)
    }
    return values
  }

  private func identities(_ field: Field) throws(YAMLError) -> [String: Description.Identity] {
    for entry in try field.named(atMost: 100) where ReadyKeys.reserved.contains(entry.name) {
      throw entry.undeclared("has a key that is no identity's")
    }
    return try named(field, atMost: 100, .name) { (field) throws(YAMLError) in
      let fields = try Fields(field, keys: IdentityKey.self)
      return Description.Identity(
        cn: try text(fields.required(.cn), .commonName),
        san: try fields[.san].map { (field) throws(YAMLError) in
          try texts(field, atMost: 100, .alternativeName)
        })
    }
  }

  private func webServer(_ field: Field) throws(YAMLError) -> Description.WebServerDescription {
    let fields = try Fields(field, keys: WebServerKey.self)
    return Description.WebServerDescription(
      names: try texts(fields.required(.names), atMost: 16, .host),
      address: try text(fields.required(.address), .address),
      folder: try text(fields.required(.folder), .urlFolder),
      files: try files(fields.required(.files), .fileName))
  }

  private func workstation(
    _ field: Field
  ) throws(YAMLError) -> Description.WorkstationDescription {
    let fields = try Fields(field, keys: WorkstationKey.self)
    return Description.WorkstationDescription(
      user: try text(fields.required(.user), .driveName),
      folder: try text(fields.required(.folder), .folder),
      address: try text(fields.required(.address), .address),
      knowsHosts: try fields.required(.knowsHosts).boolean(),
      files: try files(fields.required(.files), .driveName),
      origin: fields.origin)
  }

  private func accounts(
    _ field: Field
  ) throws(YAMLError) -> [String: Description.AccountDescription] {
    try named(field, atMost: 100, .userName) { (field) throws(YAMLError) in
      // A password alone is that of an admin.
      guard field.isMapping else {
        return Description.AccountDescription(password: try text(field, .password), role: .admin)
      }
      let fields = try Fields(field, keys: AccountKey.self)
      return Description.AccountDescription(
        password: try text(fields.required(.password), .password),
        role: try fields[.role]?.word(of: Role.self) ?? .admin)
    }
  }

  private func appliances(
    _ field: Field
  ) throws(YAMLError) -> [String: Description.ApplianceDescription] {
    for entry in try field.named(atMost: 32) where entry.name.lowercased() == "pc1" {
      throw entry.undeclared("is PC1's own name")
    }
    return try named(field, atMost: 32, .hostName) { (field) throws(YAMLError) in
      let fields = try Fields(field, keys: ApplianceKey.self)
      let names = try fields.required(.names)
      guard try !names.list(atMost: 16).isEmpty else {
        throw names.refused("an appliance has one name at least")
      }
      let files = try files(fields.required(.files), .fileName)
      for recipe in files where Appliance.isGenerated(filled(recipe.file)) {
        throw recipe.origin.refused("\(recipe.file) is a file that appliances write themselves")
      }
      return Description.ApplianceDescription(
        names: try texts(names, atMost: 16, .host), files: files)
    }
  }

  /// No name may lead to two hosts.
  private func checkHosts(_ fields: Fields<WorldKey>) throws(YAMLError) {
    var owners: [String: String] = [:]
    func take(_ field: Field?, of host: String) throws(YAMLError) {
      for name in try field?.list(atMost: 16) ?? [] {
        let text = filled(try name.string())
        let owner = owners.updateValue(host, forKey: text.lowercased())
        guard owner == nil || owner == host else {
          throw name.undeclared(text, among: [], "is a name of \(owner ?? "") too")
        }
      }
    }
    try take(Fields(fields.required(.webServer), keys: WebServerKey.self)[.names], of: "webServer")
    for entry in try fields.required(.appliances).named(atMost: 32) {
      try take(Fields(entry.value, keys: ApplianceKey.self)[.names], of: entry.name)
    }
  }

  /// A text as it is in the pod that the file describes.
  func filled(_ text: String) -> String {
    var text = text
    pod.fill(&text)
    return text
  }
}
