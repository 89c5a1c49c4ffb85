/// What goes wrong in a lab: changes of files that are there, whoever made them.
///
/// It may befall a world that has just been built as well as one a trainee has worked in for hours:
/// see ``World/befall(_:)``. `$pod` stands in it for the number of the pod.
public struct Fault: Sendable, Equatable {
  /// What is done, one after the other.
  public var actions: [Action]

  /// A fault of those actions.
  public init(_ actions: [Action] = []) { self.actions = actions }

  /// One thing that is done, on some machines.
  public struct Action: Sendable, Equatable {
    /// What is done.
    public var change: Change
    /// The machines: host names of appliances, and `pc1` for PC1's folder of certificates. Each must
    /// have the file. Nil: wherever it is.
    public var machines: [String]?
    /// Whether only the file itself changes. Otherwise a certificate that changes does so in the
    /// bundles too that hold it, on those machines.
    public var isAlone: Bool
    /// Where a scenario says so; nil for what no file says.
    var origin: FaultOrigin?

    /// A change on those machines.
    public init(_ change: Change, on machines: [String]? = nil, alone isAlone: Bool = false) {
      self.change = change
      self.machines = machines
      self.isAlone = isAlone
    }
  }

  /// What can be done to a file. Parts of a bundle count from 1.
  public enum Change: Sendable, Equatable {
    /// The certificate is issued once more, for the same key and names.
    case reissue(String, Reissue)
    /// The basename's key and request are made anew, as a second `pki csr` would.
    case newKey(String)
    /// The key becomes another: that of a file on the same machine, else one of the lab's own.
    case swapKey(String, for: String)
    /// A part of the bundle is missing.
    case drop(String, part: Int)
    /// The parts of the bundle stand in another order; each is named once.
    case reorder(String, parts: [Int])
    /// The end of a part and the beginning of the next stand on one line.
    case glue(String, after: Int)
    /// Bytes stand behind the line of a part, 0 for in front of the first; nil for at the end.
    case insert(String, bytes: [UInt8], after: Int?)
    /// The key has a password.
    case encrypt(String, password: String)
    /// The file is written down in another way.
    case encode(String, Notation)
    /// The basename's request and certificate lack an alternative name.
    case removeName(String, name: String)
    /// The basename's request and certificate have another common name.
    case changeName(String, to: String)
    /// The file is gone.
    case remove(String)
  }

  /// In what a certificate that is issued once more differs; nil for as it is.
  public struct Reissue: Sendable, Equatable {
    /// When it is issued, in days from now.
    public var from: Int?
    /// How long it is valid, in days.
    public var days: Int?
    /// The authority: `root`, `issuing` or `other`.
    public var issuer: String?

    /// Another time, duration or authority.
    public init(from: Int? = nil, days: Int? = nil, issuer: String? = nil) {
      self.from = from
      self.days = days
      self.issuer = issuer
    }
  }

  /// How a file is written down; nil for as it is.
  public struct Notation: Sendable, Equatable {
    /// In which of the two forms.
    public var form: FileForm?
    /// How lines end.
    public var lineEnds: LineEnds?
    /// Whether the last line has an end.
    public var endsLine: Bool?

    /// Another form, other line ends, or the last of them there or not.
    public init(form: FileForm? = nil, lineEnds: LineEnds? = nil, endsLine: Bool? = nil) {
      self.form = form
      self.lineEnds = lineEnds
      self.endsLine = endsLine
    }
  }
}

extension Fault.Change {
  /// The word that scenarios have for it.
  var word: String {
    switch self {
    case .reissue: "reissue"
    case .newKey: "newKey"
    case .swapKey: "swapKey"
    case .drop: "drop"
    case .reorder: "reorder"
    case .glue: "glue"
    case .insert: "insert"
    case .encrypt: "encrypt"
    case .encode: "encode"
    case .removeName: "removeName"
    case .changeName: "changeName"
    case .remove: "remove"
    }
  }
}
