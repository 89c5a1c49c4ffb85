package import Ledger

/// What Windows's ping says.
package enum PingMessages: Catalogue {
  package static let product = "ping"

  package static var sayings: [Saying] {
    pinging
    pingingByName
    reply
    unreachable
    timedOut
    statistics
    times
    hostUnknown
    badOption
    badValue
    valueMissing
    targetMissing
    badParameter
    usage
  }

  private static let source = "Windows 10, from memory; widely seen in public, no source at hand"

  static func pinging(address: String, size: String) -> Saying {
    answer(
      "ping.pinging", "\nPinging {address} with {size} bytes of data:", .recalled,
      [address, size], source: source)
  }
  static func pingingByName(host: String, address: String, size: String) -> Saying {
    answer(
      "ping.pinging-name", "\nPinging {host} [{address}] with {size} bytes of data:", .recalled,
      [host, address, size], source: source)
  }
  static func reply(address: String, size: String, lifetime: String) -> Saying {
    answer(
      "ping.reply", "Reply from {address}: bytes={size} time<1ms TTL={lifetime}", .recalled,
      [address, size, lifetime],
      source: "Windows 10, from memory; every machine of a lab answers within a millisecond")
  }
  static func unreachable(address: String) -> Saying {
    error(
      "ping.unreachable", "Reply from {address}: Destination host unreachable.", .recalled,
      [address], source: source,
      cause: "No machine of this network has the address; PC1 says so itself, so the packets count "
        + "as received.", remedy: "Correct the address.")
  }
  static let timedOut = error(
    "ping.timed-out", "Request timed out.", .recalled, source: source,
    cause: "The address lies outside of the lab's network, and nothing answers from there.",
    remedy: "Correct the address.")
  static func statistics(
    address: String, sent: String, received: String, lost: String, share: String
  ) -> Saying {
    answer(
      "ping.statistics",
      "\nPing statistics for {address}:\n"
        + "    Packets: Sent = {sent}, Received = {received}, Lost = {lost} ({share}% loss),",
      .recalled, [address, sent, received, lost, share], source: source)
  }
  static let times = answer(
    "ping.times",
    "Approximate round trip times in milli-seconds:\n"
      + "    Minimum = 0ms, Maximum = 0ms, Average = 0ms", .recalled, source: source)
  static func hostUnknown(host: String) -> Saying {
    error(
      "ping.host-unknown",
      "Ping request could not find host {host}. Please check the name and try again.", .recalled,
      [host], source: source, cause: "No machine has that name.", remedy: "Correct the host name.")
  }
  static func badOption(option: String) -> Saying {
    error(
      "ping.bad-option", "Bad option {option}.\n", .recalled, [option],
      source: "Windows 10, from memory; usage lines follow", cause: "There is no such option.",
      remedy: "Type ping and a name or address.")
  }
  static func badValue(option: String, least: String, most: String) -> Saying {
    error(
      "ping.bad-value", "Bad value for option {option}, valid range is from {least} to {most}.",
      .recalled, [option, least, most], source: source, cause: "The number is none, or too large.",
      remedy: "Type a number in that range.")
  }
  static func valueMissing(option: String) -> Saying {
    error(
      "ping.value-missing", "Value must be supplied for option {option}.", .recalled, [option],
      source: source, cause: "Nothing follows the option.", remedy: "Put its value behind it.")
  }
  static let targetMissing = error(
    "ping.target-missing", "IP address must be specified.", .recalled, source: source,
    cause: "There are options, but no name or address.", remedy: "Type a name or address.")
  static func badParameter(word: String) -> Saying {
    error(
      "ping.bad-parameter", "Bad parameter {word}.", .recalled, [word], source: source,
      cause: "There are two names or addresses.", remedy: "Ping one at a time.")
  }
  static let usage = answer(
    "ping.usage",
    """

    Usage: ping [-t] [-a] [-n count] [-l size] [-f] [-i TTL] [-v TOS]
                [-r count] [-s count] [[-j host-list] | [-k host-list]]
                [-w timeout] [-R] [-S srcaddr] [-c compartment] [-p]
                [-4] [-6] target_name

    """, .recalled,
    source: "Windows 10, from memory; the list of options that follows there is left out")
}
