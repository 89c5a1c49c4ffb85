import Console
import Ledger

extension Program {
  /// Windows's `ping`. No time passes: every packet is answered, or known to be lost, at once.
  package static let ping = Program(names: ["ping"]) { start in
    do throws(PingOptions.Misuse) {
      let options = try PingOptions(start.arguments)
      return PingRun(options, on: start.seat).reply { start.screen.isInterrupted }
    } catch {
      start.seat.errorLevel = 1
      return Reply(error.sayings.map(Reply.Part.saying))
    }
  }
}

/// What was typed behind `ping`.
struct PingOptions {
  /// Why the words make no sense: what is said then.
  struct Misuse: Error { let sayings: [Saying] }

  /// A name or address.
  let target: String
  /// How many packets.
  private(set) var count = 4
  /// Bytes in each.
  private(set) var size = 32
  /// `-a`: an address's name is shown.
  private(set) var showsName = false
  /// `-6`: addresses of IPv6, which no machine of a lab has.
  private(set) var isIPv6 = false

  /// Most packets sent: a number of days takes no time here, and its lines would have no end.
  static let mostPackets = 1000

  private static let flags = Set("tfRp")
  /// Options whose value makes no difference here.
  private static let withValue = Set("ivrsjkwSc")

  init(_ words: [String]) throws(Misuse) {
    var rest = words[...]
    var target: String?
    while let word = rest.popFirst() {
      guard word.count > 1, let sign = word.first, "-/".contains(sign) else {
        guard target == nil else {
          throw Misuse(sayings: [PingMessages.badParameter(word: word)])
        }
        target = word
        continue
      }
      let letter = word.dropFirst()
      switch letter {
      case "n": count = try Self.number(word, &rest, in: 1...4_294_967_295)
      case "l": size = try Self.number(word, &rest, in: 0...65_500)
      case "a": showsName = true
      case "4": isIPv6 = false
      case "6": isIPv6 = true
      case "?": throw Misuse(sayings: [PingMessages.usage])
      case _ where letter.count == 1 && letter.allSatisfy(Self.flags.contains): break
      case _ where letter.count == 1 && letter.allSatisfy(Self.withValue.contains):
        guard rest.popFirst() != nil else {
          throw Misuse(sayings: [PingMessages.valueMissing(option: word)])
        }
      default:
        throw Misuse(sayings: [PingMessages.badOption(option: word), PingMessages.usage])
      }
    }
    guard let target, !target.isEmpty else {
      throw Misuse(sayings: [words.isEmpty ? PingMessages.usage : PingMessages.targetMissing])
    }
    self.target = target
    count = min(count, Self.mostPackets)
  }

  private static func number(
    _ option: String, _ rest: inout ArraySlice<String>, in range: ClosedRange<Int>
  ) throws(Misuse) -> Int {
    guard let word = rest.popFirst() else {
      throw Misuse(sayings: [PingMessages.valueMissing(option: option)])
    }
    guard let number = Int(word), range.contains(number) else {
      throw Misuse(sayings: [
        PingMessages.badValue(
          option: option, least: "\(range.lowerBound)", most: "\(range.upperBound)")
      ])
    }
    return number
  }
}

/// One run of ping.
private struct PingRun {
  private let options: PingOptions
  private let seat: Seat

  init(_ options: PingOptions, on seat: Seat) {
    self.options = options
    self.seat = seat
  }

  /// What is shown; stops early when it is interrupted.
  func reply(isInterrupted: () -> Bool) -> Reply {
    let host = seat.network.host(at: options.target)
    let isAddress = IPv4Address.isOne(options.target)
    guard let address = host?.address ?? (isAddress ? options.target : nil), !options.isIPv6 else {
      seat.errorLevel = 1
      return Reply(PingMessages.hostUnknown(host: options.target))
    }
    let size = "\(options.size)"
    let name = isAddress ? (options.showsName ? host?.name : nil) : options.target
    var sayings = [
      name.map { PingMessages.pingingByName(host: $0, address: address, size: size) }
        ?? PingMessages.pinging(address: address, size: size)
    ]
    // For an address of its own network that nobody has PC1 itself answers.
    let own = seat.workstation.address
    let isNear = IPv4Address.network(of: address) == IPv4Address.network(of: own)
    let one =
      host.map {
        PingMessages.reply(address: address, size: size, lifetime: "\($0.timeToLive)")
      }
      ?? (isNear
        ? PingMessages.unreachable(address: own) : PingMessages.timedOut)
    var sent = 0
    while sent < options.count, !isInterrupted() {
      sayings.append(one)
      sent += 1
    }
    let isLost = host == nil && !isNear
    sayings.append(
      PingMessages.statistics(
        address: address, sent: "\(sent)", received: "\(isLost ? 0 : sent)",
        lost: "\(isLost ? sent : 0)", share: isLost ? "100" : "0"))
    if host != nil { sayings.append(PingMessages.times) }
    seat.errorLevel = isLost ? 1 : 0
    return Reply(sayings.map(Reply.Part.saying))
  }
}
