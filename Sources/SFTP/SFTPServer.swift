/// The server's side of one SFTP channel, version 3 (draft-ietf-secsh-filexfer-02), without the
/// channel: bytes go in, bytes come out.
///
/// An upload shows when its handle is closed, and then as a whole. A server belongs to one thread;
/// servers of the same machine may run on many.
public final class SFTPServer {
  let files: any ServedFiles
  var handles = HandleTable()
  var answers = PacketWriter()
  /// How long the answers asked for are to be.
  private(set) var limit = 0
  private var requests = RequestQueue()
  private var isInitialised = false
  private var hasFailed = false
  private var isClosed = false

  /// A server of those files, for a client that has said nothing yet.
  public init(files: any ServedFiles) { self.files = files }

  // MARK: - In and out

  /// Takes bytes from the client; they are kept until ``answer(upTo:while:)`` comes to them.
  public func receive(_ bytes: [UInt8]) { bytes.withUnsafeBytes { receive($0) } }

  /// Takes bytes from the client; they are kept until ``answer(upTo:while:)`` comes to them.
  public func receive(_ bytes: UnsafeRawBufferPointer) {
    guard !hasFailed, !isClosed else { return }
    requests.append(bytes)
  }

  /// Carries out waiting requests in their order until there are none, or the answers to them are
  /// together longer than `limit` bytes, by one answer of at most 256 KiB. Gives the answers.
  ///
  /// After each request `mayGoOn` is asked: a small one may move as much as a file may hold, and
  /// thousands of them fit into what is answered at once.
  public func answer(upTo limit: Int, while mayGoOn: () -> Bool = { true }) -> [UInt8] {
    self.limit = limit
    while answers.bytes.count <= limit, let packet = requests.next() {
      carryOut(packet)
      guard mayGoOn() else { break }
    }
    return answers.take()
  }

  /// How many bytes wait.
  public var waiting: Int { requests.count }

  /// Whether a whole request is waiting.
  public var hasWork: Bool { requests.hasPacket }

  /// Whether the client does not speak SFTP. No more is answered; the channel is to be closed.
  public var isBroken: Bool { hasFailed || requests.isBroken }

  /// The connection is gone: open files are dropped, and the room kept for them is given back.
  ///
  /// The same happens when the server itself goes away.
  public func close() {
    isClosed = true
    handles = HandleTable()
    requests = RequestQueue()
  }

  private func fail() {
    hasFailed = true
    requests = RequestQueue()
  }

  // MARK: - Requests

  /// The kinds of requests (draft-ietf-secsh-filexfer-02, section 3).
  private enum Kind: UInt8 {
    case initialise = 1
    case open = 3
    case close, read, write, lstat, fstat, setstat, fsetstat, opendir, readdir, remove
    case mkdir, rmdir, realpath, stat, rename, readlink, symlink
    case extended = 200
  }

  private func carryOut(_ packet: ArraySlice<UInt8>) {
    var reader = PacketReader(packet)
    guard let kind = try? reader.byte(), let id = try? reader.uint32() else { return fail() }
    guard isInitialised != (kind == Kind.initialise.rawValue) else { return fail() }
    guard isInitialised else {
      isInitialised = true
      return answers.version(3, extensions: SFTPExtension.offered)
    }
    do throws(SFTPRefusal) {
      try carryOut(Kind(rawValue: kind), id, &reader)
    } catch {
      answers.status(id, error)
    }
  }

  private func carryOut(
    _ kind: Kind?, _ id: UInt32, _ reader: inout PacketReader
  ) throws(SFTPRefusal) {
    switch kind {
    case .open: try open(id, &reader)
    case .close: try close(id, &reader)
    case .read: try read(id, &reader)
    case .write: try write(id, &reader)
    case .lstat, .stat: try stat(id, &reader)
    case .fstat: try fstat(id, &reader)
    case .setstat: try setstat(id, &reader)
    case .fsetstat: try fsetstat(id, &reader)
    case .opendir: try opendir(id, &reader)
    case .readdir: try readdir(id, &reader)
    case .remove: try remove(id, &reader)
    case .mkdir:
      let path = try reader.path()
      _ = try FileAttributes(&reader)
      try files.makeDirectory(at: path)
      confirm(id)
    case .rmdir:
      try files.removeDirectory(at: try reader.path())
      confirm(id)
    case .realpath: try realpath(id, &reader)
    case .rename: try rename(id, &reader)
    case .extended: try extended(id, &reader)
    // There are no links.
    case .readlink, .symlink, .initialise, nil: throw SFTPRefusal(.operationUnsupported)
    }
  }

  /// Answers that all is well.
  func confirm(_ id: UInt32) { answers.status(id, SFTPRefusal(.ok)) }
}
