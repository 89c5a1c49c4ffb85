extension Handout {
  /// The cards as a page that needs nothing else and prints without a card cut in two.
  public var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Pods</title>
    <style>
    body { font: 11pt/1.4 sans-serif; margin: 1em auto; max-width: 46em; padding: 0 1em; }
    section { border: 1px dashed #888; break-inside: avoid; margin: 0 0 1em; padding: 0 1em; }
    h1 { font-size: 1.3em; margin: .6em 0 0; }
    p { margin: .2em 0 .6em; }
    table { border-collapse: collapse; margin: 0 0 .8em; width: 100%; }
    th { padding: .3em 1em .3em 0; text-align: left; vertical-align: top; }
    td { padding: .3em 0; }
    code { font: 10pt monospace; overflow-wrap: anywhere; }
    small { color: #555; overflow-wrap: anywhere; }
    @media print { body { margin: 0; max-width: none; padding: 0; } small { color: #000; } }
    </style>
    </head>
    <body>

    """ + cards.map { html(of: $0) }.joined() + "</body>\n</html>\n"
  }

  private func html(of card: Card) -> String {
    let name = card.trainee?.name.map { ": <bdi>\(Self.escaped($0))</bdi>" } ?? ""
    let id = card.trainee.map { "Id: <bdi>\(Self.escaped($0.id))</bdi><br>\n" } ?? ""
    let rows = card.hosts.map { host in
      let commands = [host.ssh(at: address), host.psftp(at: address), host.sftp(at: address)]
        .map { "<code>\(Self.escaped($0))</code><br>\n" }.joined()
      return "<tr><th>\(Self.escaped(host.name))</th>\n<td>\(commands)"
        + "<small>\(Self.escaped(host.fingerprint))</small></td></tr>\n"
    }
    return """
      <section>
      <h1>Pod \(card.pod)\(name)</h1>
      <p>\(id)Password: <code>\(Self.escaped(card.password))</code></p>
      <table>
      \(rows.joined())</table>
      </section>

      """
  }

  /// Text that is nothing but text to a browser.
  private static func escaped(_ text: String) -> String {
    Visible.replacing(
      ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"], in: Visible.line(text)
    )
  }
}
