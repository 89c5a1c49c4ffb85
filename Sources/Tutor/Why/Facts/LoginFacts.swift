import Appliance
import Authority
import Lab
import Ledger
import Words

extension FactFinder {
  /// Whether user or password was wrong, and what the password looked like.
  static let login = FactFinder(
    "putty.access-denied", "ssh.permission-denied", "putty.disconnected", "plink.disconnected",
    "shell.incorrect-password"
  ) { scene in
    var facts: [String] = []
    if scene.incident.message.product != "MMP" {
      let user = scene.incident["user"] ?? ConnectionWords(scene.incident.line).user
      if let user, let appliance = scene.target ?? scene.world.appliances.values.first {
        let users = appliance.accounts.map(\.name)
        if !users.contains(user) {
          let near =
            users.first { $0.lowercased() == user.lowercased() }
            ?? NearestWord.to(user, among: users)
          facts.append(
            "\(appliance.name) has no user \(Written.name(user))"
              + (near.map { "; \($0) is one" } ?? "; there is \(Written.list(users))") + ".")
        } else {
          facts.append("The user \(Written.name(user)) is right, so the password is not.")
        }
      } else if user == nil, let target = scene.incident.target, scene.target != nil {
        facts.append("No user was typed in front of \(Written.name(target)), as in admin@.")
      }
    }
    switch scene.incident.secret {
    case .empty: facts.append("What was typed as the password was empty.")
    case .command:
      facts.append(
        "What was typed as the password looks like a command: a pasted line was taken for it.")
    case .otherCase:
      facts.append("What was typed differs from a right password in upper and lower case only.")
    case .blanks: facts.append("What was typed has blanks around a right password.")
    case nil: break
    }
    if scene.incident.message.product == "MMP" {
      return Findings(facts, again: scene.incident.line.isEmpty ? nil : scene.incident.line)
    }
    guard let address = scene.targetAddress else { return Findings(facts) }
    let typed = scene.words.first?.lowercased() ?? ""
    let program = ["ssh", "plink"].contains(typed) ? typed : "psftp"
    let command = "\(program) admin@\(address)"
    switch scene.incident.window {
    case .commands: return Findings(facts, again: command)
    case .psftp: return Findings(facts, again: "open admin@\(address)")
    case .appliance: return Findings(facts)
    }
  }

  /// Which account certreq was given, and which there are.
  static let certificateAccount = FactFinder(
    "certreq.access-denied", "certreq.template-denied"
  ) { scene in
    let accounts = scene.world.authority.accounts.map(\.name)
    guard let typed = scene.line.value(of: "username") else {
      return Findings(["No -username was given; there is \(Written.list(accounts))."])
    }
    let shown = Written.name(typed)
    if let enrollers = scene.enrollers {
      return Findings(
        ["\(shown) may not enroll for the template; \(Written.list(enrollers)) may."],
        try: scene.certreq)
    }
    if accounts.contains(where: { $0.lowercased() == typed.lowercased() }) {
      return Findings(
        ["\(shown) is an account of the domain, so the password behind -p is wrong."],
        try: scene.certreq)
    }
    var facts: [String] = []
    if typed.contains("/") {
      facts.append("\(shown) has a slash where a backslash belongs.")
    } else if !typed.contains("\\") {
      facts.append("\(shown) has no domain in front.")
    }
    let near =
      accounts.first {
        $0.split(separator: "\\").last.map(String.init)?.lowercased()
          == typed.split { $0 == "\\" || $0 == "/" }.last.map(String.init)?.lowercased()
      } ?? NearestWord.to(typed, among: accounts)
    facts.append(
      near.map { "The nearest account is \($0)." } ?? "There is \(Written.list(accounts)).")
    return Findings(facts, try: scene.certreq)
  }
}

extension Scene {
  /// Who may enroll for the template asked for, where that is what failed.
  fileprivate var enrollers: [String]? {
    guard incident.message.id == "certreq.template-denied" else { return nil }
    let asked = templateWord?.lowercased()
    return world.authority.templates.first { $0.name.lowercased() == asked }?
      .enrollers.map { $0.sorted() }
  }

  /// The template in the line.
  var templateWord: String? {
    guard let attributes = line.value(of: "attrib") else { return nil }
    let parts = attributes.split(separator: ":", maxSplits: 1).map(String.init)
    return parts.count == 2 ? parts[1] : nil
  }
}
