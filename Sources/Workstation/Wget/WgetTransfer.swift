import Ledger

extension WgetRun {
  /// Asks the host's server; says on the way how far it got.
  mutating func connect(to url: WgetURL) -> WebAnswer? {
    let reached = workstation.network.get(host: url.host, port: url.port, path: url.path)
    let port = "\(url.port)"
    if url.isAddress {
      if isVerbose { say(Message.wgetConnecting(url.host, port), end: "") }
      if case .unknownHost = reached {
        fail(.network, Message.wgetUnreachable())
        return nil
      }
    } else if case .unknownHost = reached {
      if isVerbose {
        say(Message.wgetResolving(url.host, url.host) + Message.wgetNoAddress())
      }
      fail(.network, Message.wgetUnresolved(name, url.host))
      return nil
    } else if isVerbose {
      if let address = workstation.network.address(of: url.host) {
        say(Message.wgetResolved(url.host, url.host, address))
        say(Message.wgetConnectingByName(url.host, url.host, address, port), end: "")
      } else {
        say(Message.wgetConnecting(url.host, port), end: "")
      }
    }
    guard case .reached(let answer) = reached else {
      fail(.network, Message.wgetRefused())
      return nil
    }
    if isVerbose { say(Message.wgetConnected()) }
    return answer
  }

  /// Says that a document has arrived.
  mutating func report(_ count: Int, url: WgetURL, file: String, isShown: Bool) {
    let bytes = "\(count)"
    let speed = count == 0 ? "0.00 B/s" : WgetFigures.speed
    switch options.verbosity {
    case .quiet: break
    case .brief: say(Message.wgetBrief(time, url.text, bytes, bytes, file))
    case .verbose:
      say(WgetFigures.bar(file, bytes: count) + "\n")
      say(
        (isShown
          ? Message.wgetWritten(time, speed, bytes, bytes)
          : Message.wgetSaved(time, speed, file, bytes, bytes)) + "\n")
    }
  }

  /// The line with the size the server announces.
  func length(of answer: WebAnswer) -> String {
    let count = answer.body.count
    return count < 1_024
      ? Message.wgetShortLength("\(count)", answer.type)
      : Message.wgetLength("\(count)", WgetFigures.size(count), answer.type)
  }
}
