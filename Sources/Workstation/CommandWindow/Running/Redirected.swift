/// Where a command's input comes from and its output goes.
struct Redirected {
  private enum Sink: Equatable {
    case through
    case nowhere
    case file(WindowsPath)
  }

  /// The bytes of the file behind `<`.
  private(set) var input: [UInt8]?
  private var sinks: [Int: Sink] = [:]
  private let seat: Seat

  /// Whether nothing is redirected.
  var isPlain: Bool { sinks.isEmpty && input == nil }

  /// Opens the files, from left to right, before the command runs: that is why `dir > list` lists
  /// its own empty list.
  init(_ redirections: [CommandLine.Redirection], on seat: Seat) throws(Complaint) {
    self.seat = seat
    for redirection in redirections {
      switch redirection.target {
      case .stream(let other): sinks[redirection.stream] = sinks[other] ?? .through
      case .file(let name, let appends):
        if DriveName.isDevice(TypedPath.lastName(of: name)) {
          if redirection.stream == 0 { input = [] } else { sinks[redirection.stream] = .nowhere }
          continue
        }
        let path = try TypedPath.path(name, in: seat)
        do throws(DriveFault) {
          let drive = seat.drive
          if redirection.stream == 0 {
            input = try drive.read(path)
          } else {
            if appends {
              try drive.append([], to: path, by: seat.presence)
            } else {
              try drive.write([], to: path, by: seat.presence)
            }
            sinks[redirection.stream] = .file(path)
          }
        } catch {
          throw Complaint(error)
        }
      }
    }
  }

  /// Writes what goes to files and returns what is left.
  func divert(_ output: Output) -> Output {
    guard !sinks.isEmpty else { return output }
    var left = output.only { sink(of: $0) == .through }
    // Two streams that go to the same file keep their order.
    var files: [WindowsPath] = []
    for stream in [Output.Stream.standard, .error] {
      if case .file(let path) = sink(of: stream), !files.contains(path) { files.append(path) }
    }
    for path in files {
      do throws(DriveFault) {
        let bytes = output.written { sink(of: $0) == .file(path) }
        try seat.drive.append(bytes, to: path, by: seat.presence)
      } catch {
        seat.errorLevel = 1
        left.add(error.saying, to: .error)
      }
    }
    return left
  }

  private func sink(of stream: Output.Stream) -> Sink {
    sinks[stream == .standard ? 1 : 2] ?? .through
  }
}
