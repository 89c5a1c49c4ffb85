import Appliance
import Lab
import PKI
import Time
import Workstation

/// A file somewhere in a lab.
struct LabFile {
  /// Where it is.
  enum Place: Sendable {
    /// On an appliance of that name.
    case appliance(String)
    /// On PC1, in a folder.
    case desk(WindowsPath)
    /// On the web server, under an address.
    case web(String)
  }

  let place: Place
  let name: String
  let contents: [UInt8]
  /// When it was last written; nil for the web server's.
  let modified: UnixTime?
  fileprivate let decoded: DecodedFile?
  private let look = Look()

  /// What was found in a file, so that nobody looks twice.
  private final class Look {
    var held: PKIFile??
  }

  /// What is in it; nil for what would take long to look into.
  var held: PKIFile? {
    if let held = look.held { return held }
    let held = found
    look.held = .some(held)
    return held
  }

  private var found: PKIFile? {
    if let decoded { return isShort(decoded) ? decoded.file : nil }
    let decoded = HeldFiles.shared.decoded(contents)
    return decoded.isQuick && !contents.isEmpty ? decoded.file : nil
  }

  private func isShort(_ decoded: DecodedFile) -> Bool {
    decoded.isQuick || contents.count <= Self.largestWithKey
      || contents.count <= Self.largest && !PKIFile.mayHoldSecret(contents)
  }

  /// The request that PC1's programs read in it: they take more than an appliance does.
  var requestOnDesk: CertificateRequest? {
    guard case .desk = place, isUsual, held?.certificates.isEmpty ?? true else {
      return held?.request
    }
    return held?.request ?? PKIFile(WindowsPEM.decode(contents)).request
  }

  /// Whether an appliance reads all of it, as far as it is looked into.
  var isWhole: Bool { isUsual && FileParts(contents, held: held).fault == nil }

  /// A chain with its key in one file.
  private static let largestWithKey = 16 << 10

  /// Whether it is of a size that a key, a request or a server's chain has: whoever looks through all
  /// files passes others over.
  var isUsual: Bool { contents.count <= 32 << 10 }

  /// Certificates have no secret to work on: a bundle of a hundred takes a few milliseconds.
  private static let largest = 128 << 10

  /// The name with the machine it is on, seen from `host` and a folder of PC1.
  func shown(from host: String, folder: WindowsPath) -> String {
    let name = Written.name(name)
    switch place {
    case .appliance(let machine): return machine == host ? name : "\(name) on \(machine)"
    case .desk(let path):
      guard path != folder else { return host == "pc1" ? name : "\(name) on PC1" }
      return host == "pc1"
        ? Written.plain("\(path.appending(self.name))", 200)
        : Written.plain("\(path.appending(self.name))", 200) + " on PC1"
    case .web(let address): return Written.plain(address, 200)
    }
  }
}

/// The files of a lab at one moment, those of the machine in question first.
struct LabFiles {
  /// Those of the machine, then of the other appliances, PC1, and the web server.
  let all: [LabFile]
  /// The lab.
  let world: World
  /// The machine.
  let host: String
  /// PC1's folder that is looked into first.
  let folder: WindowsPath

  private let names = Names()

  private static let most = 600

  /// The certificates' names, once somebody asks.
  private final class Names {
    var known: CertificateNames?
  }

  init(_ world: World, at host: String, folder: WindowsPath? = nil) {
    self.world = world
    self.host = host
    let desk = world.workstation
    self.folder = folder ?? desk.folder
    var files: [[LabFile]] = []
    for (name, appliance) in world.appliances.sorted(by: { $0.key < $1.key }) {
      let own = appliance.files.prefix(Self.most).map {
        LabFile(
          place: .appliance(name), name: $0.name, contents: $0.contents, modified: $0.modified,
          decoded: $0.decoded)
      }
      if name == host { files.insert(own, at: 0) } else { files.append(own) }
    }
    var folders = [self.folder]
    if desk.folder != self.folder { folders.append(desk.folder) }
    for path in desk.home.folders(on: desk.drive) where !folders.contains(path) {
      folders.append(path)
    }
    let own = folders.flatMap { path in
      ((try? desk.drive.list(path)) ?? []).prefix(Self.most).compactMap { entry in
        entry.contents.map {
          LabFile(
            place: .desk(path), name: entry.name, contents: $0, modified: entry.modified,
            decoded: nil)
        }
      }
    }
    if host == desk.name { files.insert(own, at: 0) } else { files.append(own) }
    files.append(
      world.published.map {
        LabFile(
          place: .web($0.address),
          name: $0.address.split(separator: "/").last.map(String.init) ?? "",
          contents: $0.contents, modified: nil, decoded: nil)
      })
    all = Array(files.joined().prefix(2 * Self.most))
  }

  /// Those of the machine; on PC1 those of the folder.
  var own: [LabFile] { all.filter(isOwn) }

  /// Whether a file can be named where the error was met.
  func isOwn(_ file: LabFile) -> Bool {
    switch file.place {
    case .appliance(let name): name == host
    case .desk(let path): host == "pc1" && path == folder
    case .web: false
    }
  }

  /// The machine's file of that name; on PC1 any case will do.
  func named(_ name: String) -> LabFile? {
    guard name.utf8.count <= 255 else { return nil }
    let isDesk = host == "pc1"
    let key = name.lowercased()
    return own.first {
      isDesk ? $0.name.lowercased() == key : $0.name.utf8.elementsEqual(name.utf8)
    }
  }

  /// Its name, with its machine where that is another one.
  func shown(_ file: LabFile) -> String { file.shown(from: host, folder: folder) }

  /// Whom a certificate is for, so that it can be told from others in the lab: with its file where no
  /// name is its own.
  ///
  /// - Parameter file: the file that is spoken of, which is not named once more.
  func holder(_ certificate: Certificate, in file: LabFile? = nil) -> String {
    let names = names.known ?? CertificateNames(all)
    self.names.known = names
    let (name, home) = names.holder(certificate)
    guard let home, file.map(shown) != shown(home) else { return Written.name(name) }
    return "\(Written.name(name)) (\(shown(home)))"
  }

  /// Files that hold something of which `isWanted` is true, without copies on one machine.
  func holding(_ isWanted: (PKIFile) -> Bool) -> [LabFile] {
    all.filter { file in file.isUsual && file.held.map(isWanted) ?? false }
  }
}

extension WindowsPath {
  /// The folder and those in it, as far as somebody would look for a file.
  fileprivate func folders(on drive: Drive) -> [WindowsPath] {
    var found = [self]
    var next = 0
    while next < found.count, found.count < 40 {
      let folder = found[next]
      next += 1
      for entry in (try? drive.list(folder)) ?? [] where entry.isFolder && found.count < 40 {
        found.append(folder.appending(entry.name))
      }
    }
    return found
  }
}
