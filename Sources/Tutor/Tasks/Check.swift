import YAML

/// What has to be so in a lab. It looks at what it names and at nothing else, reads only, and leaves
/// no trace: it may be carried out at any time and any number of times.
public struct Check: Sendable {
  /// What is looked at.
  public indirect enum Condition: Sendable {
    /// All of them hold.
    case all([Check])
    /// One of them holds at least.
    case any([Check])
    /// It does not hold.
    case not(Check)
    /// The file is there; with `sameAs`, `HOST/NAME`, it holds the same as that one.
    case file(String, sameAs: String?)
    /// No file has that name.
    case absent(String)
    /// The file is a request with these facts.
    case request(String, Facts)
    /// The file begins with a certificate with these facts.
    case certificate(String, Facts)
    /// The file has a certificate with these facts in it that is not read there.
    case unread(String, Facts)
    /// The key belongs to the first certificate or request of the other file.
    case match(key: String, with: String)
    /// The certificate is verified against the bundle, as the appliance's release does it.
    case verify(certificate: String, bundle: String)
    /// The file has certificates and nothing else, each signed by the next.
    case chain(String, ChainFacts)
    /// The message was said, with these values, on such an occasion.
    case said(String, values: [String: String], occasion: Occasion = Occasion())
    /// The command has that answer, in the words of transcripts.
    case answer(command: String, lines: [String])
    /// The lab's authority issued a certificate with these facts.
    case issued(Facts)
  }

  /// What is asked of a request or certificate; nil for anything.
  public struct Facts: Sendable, Equatable {
    /// The common name.
    public var cn: String?
    /// Alternative names that have to be there, whatever else is.
    public var names: [String] = []
    /// Whether there may be no other alternative names.
    public var onlyNames = false
    /// The issuer's common name.
    public var issuer: String?
    /// Whether it is valid at the lab's time.
    public var isValid: Bool?
    /// The key it is for, by a file that holds the key, or a request or certificate for it: its name
    /// on the same machine, or `HOST/NAME`.
    public var key: String?
    /// The key's least size, in bits.
    public var bits: Int?
    /// Whether nothing else may be in the file that begins with it.
    public var isAlone = false

    /// Nothing is asked yet.
    public init() {}
  }

  /// What is asked of a chain or bundle.
  public struct ChainFacts: Sendable, Equatable {
    /// Files whose certificates it has, in this order, and no other; empty for any. Each is a name on
    /// the same machine, or `HOST/NAME`.
    public var parts: [String] = []
    /// Whether each certificate is signed by the next.
    public var isLinked = true
    /// Whether it ends with a certificate that signed itself; where it is linked.
    public var isComplete = true
    /// Whether order does not count.
    public var anyOrder = false

    /// Any complete chain.
    public init() {}
  }

  /// On what occasion something was said or typed.
  public struct Occasion: Sendable, Equatable {
    /// The command that was answered with it, in the words of transcripts; nil for any or none.
    public var command: String?
    /// Files that have to be what they were then; empty if that does not matter. Each is a name on the
    /// same machine, or `HOST/NAME`.
    public var files: [String] = []

    /// Any occasion.
    public init() {}
  }

  /// When it has to be so.
  public enum Moment: String, Sendable, CaseIterable {
    /// While somebody looks.
    case now
    /// At some time in this attempt.
    case ever
  }

  /// What is looked at.
  public let condition: Condition
  /// The machine, by its name in the lab; nil for cms1a, and for any of them where it is about what
  /// was said.
  public let machine: String?
  /// When it has to be so.
  public let moment: Moment
  /// What is said if it is not; nil says what was found and what was wanted.
  public let fail: String?
  /// Where a file says so; nil for what no file says.
  let origin: Origin?
  /// Whether it is what another task asks for, in an `all` of its own.
  var isOtherTask = false

  /// A condition on a machine.
  public init(
    _ condition: Condition, on machine: String? = nil, _ moment: Moment = .now,
    fail: String? = nil
  ) {
    self.init(condition, on: machine, moment, fail: fail, origin: nil)
  }

  /// The same, as it stands in a file.
  init(
    _ condition: Condition, on machine: String?, _ moment: Moment, fail: String?, origin: Origin?
  ) {
    self.condition = condition
    self.machine = machine
    self.moment = moment
    self.fail = fail
    self.origin = origin
  }
}
