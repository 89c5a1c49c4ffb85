import Appliance
public import Lab
import PKI
import Time
import Words
import Workstation

/// A look at a lab, which leaves no trace in it: at its files, what its authority issued, and what
/// was said so far.
public struct Look: Sendable {
  let world: World
  /// What was said so far in this attempt.
  let said: Set<Said>

  /// A look at a lab as it is now, whenever something is asked.
  public init(at world: World, said: Set<Said> = []) {
    self.world = world
    self.said = said
  }

  /// The lab's time.
  var time: UnixTime { world.workstation.now() }
  /// Whose rules decide about certificates.
  var rules: VerificationRules { world.release.verificationRules }

  /// The file of that name on a machine, whose name may stand in front of a slash; nil if there is
  /// none.
  func file(_ name: String, on machine: String) -> SeenFile? {
    let (machine, name) = Self.place(of: name, on: machine)
    guard machine != "pc1" else {
      let path = world.workstation.folder.appending(name)
      guard let entry = world.workstation.drive.entry(at: path), let contents = entry.contents
      else { return nil }
      return SeenFile(
        label: "\(entry.name) on PC1", contents: contents,
        decoded: HeldFiles.shared.decoded(contents))
    }
    guard let file = world.appliance(named: machine)?.file(named: name) else { return nil }
    return SeenFile(
      label: "\(name) on \(machine)", contents: file.contents, decoded: file.decoded)
  }

  /// What is said of a file that is not there.
  func absence(of name: String, on machine: String) -> String {
    let (machine, name) = Self.place(of: name, on: machine)
    let names: [String]
    if machine == "pc1" {
      let entries = (try? world.workstation.drive.list(world.workstation.folder)) ?? []
      names = entries.filter { !$0.isFolder }.map(\.name)
    } else {
      names = world.appliance(named: machine)?.files.map(\.name) ?? []
    }
    // Where there are very many, nobody waits for the nearest.
    let near = names.count <= 64 ? NearestWord.to(name, among: names) : nil
    let hint = near.map { ", but \(Shown.plain($0)) is" } ?? ""
    return "\(name) is not on \(machine == "pc1" ? "PC1" : machine)\(hint)."
  }

  private static func place(of name: String, on machine: String) -> (String, String) {
    guard let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")) else { return (machine, name) }
    return (String(name[..<slash]), String(name[name.utf8.index(after: slash)...]))
  }
}

/// A file that a look found.
struct SeenFile {
  /// How a sentence calls it: its name and machine.
  let label: String
  /// Its bytes.
  let contents: [UInt8]
  private let decoded: DecodedFile

  init(label: String, contents: [UInt8], decoded: DecodedFile) {
    self.label = label
    self.contents = contents
    self.decoded = decoded
  }

  /// What it holds; throws a sentence for what is not looked into.
  var file: PKIFile {
    get throws(Mismatch) {
      guard !contents.isEmpty else { throw Mismatch("\(label) is empty.") }
      // A look must cost next to nothing, whatever somebody has uploaded.
      guard decoded.isQuick else {
        throw Mismatch("\(label) is larger than anything this lab asks for.")
      }
      return decoded.file
    }
  }

  /// All its certificates, at least one.
  func certificates(by rules: VerificationRules) throws(Mismatch) -> [Certificate] {
    let file = try file
    do throws(FileFault) { return try file.usableCertificates(by: rules) } catch {
      throw Mismatch("\(label) \(error.words).")
    }
  }

  /// Its first private key.
  var privateKey: PrivateKey {
    get throws(Mismatch) {
      let file = try file
      do throws(FileFault) { return try file.usableKey } catch {
        throw Mismatch("\(label) \(error.words).")
      }
    }
  }

  /// Its first request.
  var request: CertificateRequest {
    get throws(Mismatch) {
      let file = try file
      do throws(FileFault) { return try file.usableRequest } catch {
        throw Mismatch("\(label) \(error.words).")
      }
    }
  }
}

/// That something is not as it has to be, in a sentence.
struct Mismatch: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}

extension FileFault {
  /// What is so of the file, behind its name.
  fileprivate var words: String {
    switch self {
    case .notFound: "is not there"
    case .empty: "is empty"
    case .noCertificate: "holds no certificate"
    case .noPrivateKey: "holds no private key"
    case .noRequest: "holds no certificate signing request"
    case .damaged: "has a block in it that cannot be read"
    case .keyEncrypted: "holds a private key with a password on"
    case .excessive: "has more in it than is looked at"
    }
  }
}
