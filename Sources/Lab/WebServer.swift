import Workstation

/// The lab's web server: files of certificates, and a page for each folder that lists what is in it.
struct WebServer: Sendable {
  /// Its names, in lower case.
  let names: Set<String>
  /// Its address.
  let address: String
  /// The bytes by path, in lower case: Windows' web server tells no difference.
  let files: [String: [UInt8]]

  /// The answer to a GET, asked by one of its names.
  func answer(to path: String, at host: String) -> WebAnswer {
    let path = path.prefix { $0 != "?" && $0 != "#" }.lowercased()
    if let body = files[path] {
      return WebAnswer(status: 200, reason: "OK", type: "application/x-x509-ca-cert", body: body)
    }
    if let page = page(of: path.hasSuffix("/") ? path : path + "/", at: host) {
      return WebAnswer(status: 200, reason: "OK", type: "text/html", body: Array(page.utf8))
    }
    return WebAnswer(
      status: 404, reason: "Not Found", type: "text/html",
      body: Array("<h1>404 - File or directory not found.</h1>\r\n".utf8))
  }

  /// The page that lists a folder, whose path ends with a slash; nil if there is none.
  private func page(of folder: String, at host: String) -> String? {
    let inside = files.filter { $0.key.hasPrefix(folder) }
    guard !inside.isEmpty else { return nil }
    // What lies deeper shows as the folder it is in, and has no size.
    var sizes: [String: Int?] = [:]
    for (path, body) in inside {
      let rest = path.dropFirst(folder.count)
      if let slash = rest.firstIndex(of: "/") {
        sizes.updateValue(nil, forKey: String(rest[...slash]))
      } else {
        sizes[String(rest)] = body.count
      }
    }
    let lines = sizes.sorted { $0.key < $1.key }.map { name, size in
      let (shown, width) = size.map { ("\($0)", "\($0)".count) } ?? ("&lt;dir&gt;", 5)
      let margin = String(repeating: " ", count: max(0, 12 - width))
      return "\(margin)\(shown) <A HREF=\"\(folder)\(name)\">\(name)</A><br>\r\n"
    }
    return "<html><head><title>\(host) - \(folder)</title></head><body>\r\n"
      + "<H1>\(host) - \(folder)</H1><hr>\r\n<pre>\r\n\(lines.joined())</pre><hr></body></html>\r\n"
  }
}
