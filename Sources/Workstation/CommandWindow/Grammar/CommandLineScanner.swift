/// Reads a line from left to right.
struct CommandLineScanner {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var pipeline = CommandLine.Pipeline(link: .always)
  private var command = CommandLine.Simple()
  private var done: [CommandLine.Pipeline] = []

  init(_ line: String) { scalars = Array(line.unicodeScalars) }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  mutating func pipelines() throws(CommandLine.Problem) -> [CommandLine.Pipeline] {
    var isQuoted = false
    while let scalar = next {
      position += 1
      switch scalar {
      case "\"":
        isQuoted.toggle()
        command.text.unicodeScalars.append(scalar)
      case _ where isQuoted: command.text.unicodeScalars.append(scalar)
      case "^":
        guard let escaped = next else { throw .continues }
        position += 1
        command.text.unicodeScalars.append(escaped)
      case "|", "&": try endCommand(at: scalar)
      case "<", ">": try redirect(scalar)
      case "(", ")":
        guard !isBlank(command) else { throw .unexpected(String(scalar)) }
        command.text.unicodeScalars.append(scalar)
      default: command.text.unicodeScalars.append(scalar)
      }
    }
    try endLine()
    return done
  }

  private mutating func endCommand(at scalar: Unicode.Scalar) throws(CommandLine.Problem) {
    let isDoubled = next == scalar
    if isDoubled { position += 1 }
    let sign = String(repeating: String(scalar), count: isDoubled ? 2 : 1)
    guard !isBlank(command) else {
      throw command.redirections.isEmpty ? .unexpected(sign) : .incomplete
    }
    pipeline.commands.append(command)
    command = CommandLine.Simple()
    switch sign {
    case "|": break
    case "&&": endPipeline(next: .ifDone)
    case "||": endPipeline(next: .ifFailed)
    default: endPipeline(next: .always)
    }
  }

  private mutating func endPipeline(next link: CommandLine.Link) {
    done.append(pipeline)
    pipeline = CommandLine.Pipeline(link: link)
  }

  private mutating func endLine() throws(CommandLine.Problem) {
    guard !isBlank(command) else {
      // An `&` at the end is fine, and so is a line of blanks.
      let isFine =
        command.redirections.isEmpty && pipeline.commands.isEmpty && pipeline.link == .always
      guard isFine else { throw .incomplete }
      return
    }
    pipeline.commands.append(command)
    done.append(pipeline)
  }

  /// A sign of redirection, with the digit before it and the name behind it.
  private mutating func redirect(_ sign: Unicode.Scalar) throws(CommandLine.Problem) {
    let appends = sign == ">" && next == ">"
    if appends { position += 1 }
    let stream = takeDigit() ?? (sign == "<" ? 0 : 1)
    skipBlanks()
    if next == "&" {
      position += 1
      guard let digit = next, let other = Int(String(digit)), (0...9).contains(other) else {
        throw .incomplete
      }
      position += 1
      command.redirections.append(.init(stream: stream, target: .stream(other)))
      return
    }
    let name = takeName()
    guard !name.isEmpty else {
      guard let wrong = next else { throw .incomplete }
      throw .unexpected(String(wrong))
    }
    command.redirections.append(.init(stream: stream, target: .file(name, appends: appends)))
  }

  /// `2` of ` 2>`: a digit counts only if it stands by itself.
  private mutating func takeDigit() -> Int? {
    let text = command.text.unicodeScalars
    guard let last = text.last, let digit = Int(String(last)), last.isASCII,
      text.dropLast().last.map(Self.isBlank) ?? true
    else { return nil }
    command.text.unicodeScalars.removeLast()
    return digit
  }

  private mutating func takeName() -> String {
    var name = ""
    var isQuoted = false
    while let scalar = next {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, Self.isBlank(scalar) || "|&<>".unicodeScalars.contains(scalar) {
        break
      } else {
        name.unicodeScalars.append(scalar)
      }
      position += 1
    }
    return name
  }

  private mutating func skipBlanks() {
    while let scalar = next, Self.isBlank(scalar) { position += 1 }
  }

  private func isBlank(_ command: CommandLine.Simple) -> Bool {
    command.text.unicodeScalars.allSatisfy { Self.isBlank($0) || $0 == "@" }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", ",", ";", "=": true
    default: false
    }
  }
}
