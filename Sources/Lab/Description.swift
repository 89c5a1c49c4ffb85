import Appliance
import Authority
import YAML

/// A world as its YAML file describes it.
struct Description: Sendable {
  /// The number of the pod, which `$pod` stands for in what follows.
  let pod: Int
  /// Who may hold a certificate, by the name of the key.
  var identities: [String: Identity]
  var authority: AuthorityDescription
  var webServer: WebServerDescription
  var workstation: WorkstationDescription
  /// The appliances' users by name.
  var accounts: [String: AccountDescription]
  /// The appliances by host name.
  var appliances: [String: ApplianceDescription]

  /// What a certificate is asked for with.
  struct Identity: Sendable {
    /// The common name.
    var cn: String
    /// The alternative names, in order.
    var san: [String]?
  }

  /// The certificate authority.
  struct AuthorityDescription: Sendable {
    var host: String
    var name: String
    /// The name of the root, if there are two tiers.
    var root: String
    /// 1: the root issues; 2: an authority below it does.
    let tiers: Int
    /// Days since it was set up.
    let age: Int
    /// How long it is valid from then on.
    let years: Int
    var template: String
    /// What every template wants that says nothing else.
    let terms: TemplateTerms
    /// What templates want by their names: further ones, or `template` too.
    let templates: [String: TemplateTerms]
    let nextRequest: UInt32
    /// Passwords of the domain's users.
    var accounts: [String: String]
    /// Where it is described.
    let origin: Origin

    /// What `certreq -config` calls it.
    var config: String { "\(host)\\\(name)" }
  }

  /// What a template wants; nil for what its authority says.
  struct TemplateTerms: Sendable {
    /// How long its certificates are valid.
    let days: Int?
    /// The kind of key it is for.
    let algorithm: KeyAlgorithm?
    /// Its smallest key, in bits.
    let minimumKey: Int?
  }

  /// A user of the appliances.
  struct AccountDescription: Sendable {
    var password: String
    let role: Role
  }

  /// The web server.
  struct WebServerDescription: Sendable {
    var names: [String]
    var address: String
    /// The folder of its files, as the path of a URL has it.
    var folder: String
    var files: [FileRecipe]
  }

  /// PC1.
  struct WorkstationDescription: Sendable {
    var user: String
    /// The folder its window opens in, below the user's.
    var folder: String
    /// Its address, which the appliances log.
    var address: String
    /// Whether PuTTY has seen every appliance before.
    let knowsHosts: Bool
    var files: [FileRecipe]
    /// Where it is described.
    let origin: Origin
  }

  /// An appliance.
  struct ApplianceDescription: Sendable {
    var names: [String]
    var files: [FileRecipe]
  }
}
