import Appliance

/// A world as its YAML file describes it.
struct Description: Decodable, Sendable {
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
  struct Identity: Decodable, Sendable {
    /// The common name.
    var cn: String
    /// The alternative names, in order.
    var san: [String]?
  }

  /// The certificate authority.
  struct AuthorityDescription: Decodable, Sendable {
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
    /// How long the certificates are valid that it issues.
    let days: Int
    let nextRequest: UInt32
    /// Passwords of the domain's users.
    var accounts: [String: String]

    /// What `certreq -config` calls it.
    var config: String { "\(host)\\\(name)" }
  }

  /// A user of the appliances: a password, or a mapping with a role too.
  struct AccountDescription: Decodable, Sendable {
    var password: String
    let role: Role

    private enum CodingKeys: CodingKey { case password, role }

    init(from decoder: any Decoder) throws {
      if let password = try? decoder.singleValueContainer().decode(String.self) {
        self.password = password
        role = .admin
      } else {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        password = try fields.decode(String.self, forKey: .password)
        role = try fields.decodeIfPresent(Role.self, forKey: .role) ?? .admin
      }
    }
  }

  /// The web server.
  struct WebServerDescription: Decodable, Sendable {
    var names: [String]
    var address: String
    /// The folder of its files, as the path of a URL has it.
    var folder: String
    var files: [FileRecipe]
  }

  /// PC1.
  struct WorkstationDescription: Decodable, Sendable {
    var user: String
    /// The folder its window opens in, below the user's.
    var folder: String
    /// Its address, which the appliances log.
    var address: String
    /// Whether PuTTY has seen every appliance before.
    let knowsHosts: Bool
    var files: [FileRecipe]
  }

  /// An appliance.
  struct ApplianceDescription: Decodable, Sendable {
    var names: [String]
    var files: [FileRecipe]
  }
}

/// A file that is there when the trainee arrives, and how it is made.
struct FileRecipe: Decodable, Sendable {
  /// Its name.
  var file: String

  // One of these says what it holds.

  /// The private key of that name.
  var key: String?
  /// The request of that identity.
  var csr: String?
  /// The certificate of that identity.
  var certificate: String?
  /// The certificate of that authority: `root`, `issuing` or `other`.
  var authority: String?
  /// Files of the same place, one behind the other.
  var join: [String]?
  /// These characters.
  var text: String?

  // The rest is as usual unless it is given.

  /// The key in a request or certificate, if it is not the identity's.
  var with: String?
  /// Who issued a certificate: `root`, `issuing` or `other`.
  var issuer: String?
  /// When it was issued, in days from now.
  let from: Int?
  /// How long it is valid.
  let days: Int?
  /// Binary instead of base64.
  let form: Form?
  /// The ends of the lines of a certificate: Windows' own unless said otherwise.
  let lineEnds: LineEnds?
  /// Characters between joined files.
  var between: String?
  /// Whether the file ends with its last line's end.
  let endsLine: Bool?
  /// Characters at the end.
  var end: String?
  /// What a key is encrypted with.
  var password: String?

  enum Form: String, Decodable { case pem, der }
  enum LineEnds: String, Decodable { case lf, crlf }
}
