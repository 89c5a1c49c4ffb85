import Ledger

extension WgetRun {
  /// Asks the host's server; says on the way how far it got.
  mutating func connect(to url: WgetURL) -> WebAnswer? {
    let reached = seat.network.get(host: url.host, port: url.port, path: url.path)
    let port = "\(url.port)"
    if url.isAddress {
      if isVerbose { say(WgetMessages.connecting(host: url.host, port: port).ending("")) }
      if case .unknownHost = reached {
        fail(.network, WgetMessages.unreachable)
        return nil
      }
    } else if case .unknownHost = reached {
      if isVerbose {
        say(WgetMessages.resolving(host: url.host).ending(""))
        say(WgetMessages.noAddress)
      }
      fail(.network, WgetMessages.unresolved(name: name, host: url.host))
      return nil
    } else if isVerbose {
      if let address = seat.network.address(of: url.host) {
        say(WgetMessages.resolved(host: url.host, address: address))
        say(WgetMessages.connectingByName(host: url.host, address: address, port: port).ending(""))
      } else {
        say(WgetMessages.connecting(host: url.host, port: port).ending(""))
      }
    }
    guard case .reached(let answer) = reached else {
      fail(.network, WgetMessages.refused)
      return nil
    }
    if isVerbose { say(WgetMessages.connected) }
    return answer
  }

  /// Says that a document has arrived.
  mutating func report(_ count: Int, url: WgetURL, file: String, isShown: Bool) {
    let bytes = "\(count)"
    let speed = count == 0 ? "0.00 B/s" : WgetFigures.speed
    switch options.verbosity {
    case .quiet: break
    case .brief: say(WgetMessages.brief(time: time, url: url.text, bytes: bytes, file: file))
    case .verbose:
      say(WgetFigures.bar(file, bytes: count).ending("\n\n"))
      say(
        (isShown
          ? WgetMessages.written(time: time, speed: speed, bytes: bytes)
          : WgetMessages.saved(time: time, speed: speed, file: file, bytes: bytes)).ending("\n\n"))
    }
  }

  /// The line with the size the server announces.
  func length(of answer: WebAnswer) -> Saying {
    let count = answer.body.count
    return count < 1_024
      ? WgetMessages.shortLength(bytes: "\(count)", type: answer.type)
      : WgetMessages.length(bytes: "\(count)", size: WgetFigures.size(count), type: answer.type)
  }
}
