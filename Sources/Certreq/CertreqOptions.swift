/// What was typed behind `certreq`.
///
/// Options start with a dash or a slash, in any case; the first word may be the command.
package struct CertreqOptions {
  /// Why the words make no sense.
  enum Misuse: Error, Equatable {
    case help
    case unknown(String)
    case missingValue(String)
    case otherVerb(String)
  }

  /// What certreq can do here.
  enum Verb { case submit, retrieve }

  private(set) var verb = Verb.submit
  /// Request or its number, certificate, chain and full response, as far as named.
  private(set) var files: [String] = []
  private(set) var isBinary = false
  /// `-f`, or `-q`: no question is asked before a file is overwritten.
  private(set) var overwrites = false
  private var values: [String: String] = [:]

  private static let verbs: Set<String> = [
    "new", "accept", "policy", "sign", "enroll", "enrollaik", "enrollcredguardcert",
    "enrolllogon", "post",
  ]
  /// Those behind which a value stands, without their sign.
  package static let valued: Set<String> = [
    "attrib", "policyserver", "config", "username", "p", "clientcertificate",
  ]
  /// Options for web services, policies and machines that make no difference here.
  private static let ignored: Set<String> = [
    "v", "anonymous", "kerberos", "crl", "rpc", "adminforcemachine", "renewonbehalfof",
    "nochallenge", "user", "machine",
  ]

  init(_ words: [String]) throws(Misuse) {
    var rest = words[...]
    while let word = rest.popFirst() {
      guard let name = Self.optionName(word) else {
        guard files.count < 4 else { throw .unknown(word) }
        files.append(word)
        continue
      }
      switch name {
      case "submit": verb = .submit
      case "retrieve": verb = .retrieve
      case "?": throw .help
      case "binary": isBinary = true
      case "f", "q": overwrites = true
      case _ where Self.valued.contains(name):
        guard let value = rest.popFirst() else { throw .missingValue(word) }
        values[name] = value
      case _ where Self.ignored.contains(name): break
      case _ where Self.verbs.contains(name): throw .otherVerb(name)
      default: throw .unknown(word)
      }
    }
    if verb == .retrieve, files.isEmpty { throw .missingValue("RequestId") }
  }

  /// `-config`; nil too for `-`, which asks for the default authority of a list nobody shows here.
  var config: String? { values["config"].flatMap { $0 == "-" ? nil : $0 } }

  /// `-username`.
  var userName: String? { values["username"] }

  /// `-p`.
  var password: String { values["p"] ?? "" }

  /// The template `-attrib` names, pairs being separated by `\n` as typed or by line feeds.
  var template: String? {
    let text = (values["attrib"] ?? "").replacing("\\n", with: "\n")
    for pair in text.split(whereSeparator: \.isNewline) {
      guard let colon = pair.firstIndex(of: ":") else { continue }
      if Self.trimmed(pair[..<colon]).lowercased() == "certificatetemplate" {
        return Self.trimmed(pair[pair.index(after: colon)...])
      }
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The option's name in lower case; nil for a word that is none.
  private static func optionName(_ word: String) -> String? {
    guard let first = word.first, first == "-" || first == "/", word.count > 1 else { return nil }
    return word.dropFirst().lowercased()
  }
}
