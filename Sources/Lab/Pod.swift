/// The number of a pod, put in place of every `$pod`.
struct Pod {
  let number: String

  func fill(_ text: inout String) {
    // Searching is slow beside looking for one byte.
    if text.utf8.contains(UInt8(ascii: "$")) { text = text.replacing("$pod", with: number) }
  }

  func fill(_ text: inout String?) {
    if var filled = text {
      fill(&filled)
      text = filled
    }
  }

  func fill(_ texts: inout [String]) { for index in texts.indices { fill(&texts[index]) } }

  func fill(_ texts: inout [String: String]) {
    for key in texts.keys { fill(&texts[key]) }
  }

  func fill(_ files: inout [FileRecipe]) {
    for index in files.indices { fill(&files[index]) }
  }

  func fill(_ recipe: inout FileRecipe) {
    fill(&recipe.file)
    for part in [
      \FileRecipe.key, \.csr, \.certificate, \.response, \.authority, \.text, \.pc1, \.with,
      \.issuer, \.between, \.end, \.password,
    ] { fill(&recipe[keyPath: part]) }
    if var names = recipe.join {
      fill(&names)
      recipe.join = names
    }
  }
}

extension Description {
  /// The same world as that pod's, nil for the one it is described as.
  func inPod(_ number: Int?) -> Description {
    let pod = Pod(number: "\(number ?? pod)")
    var world = self
    world.identities = identities.mapValues { identity in
      var identity = identity
      pod.fill(&identity.cn)
      identity.san = identity.san.map { names in
        var names = names
        pod.fill(&names)
        return names
      }
      return identity
    }
    for text in [
      \Description.authority.host, \.authority.name, \.authority.root, \.authority.template,
      \.webServer.address, \.webServer.folder,
      \.workstation.user, \.workstation.folder, \.workstation.address,
    ] { pod.fill(&world[keyPath: text]) }
    pod.fill(&world.authority.accounts)
    pod.fill(&world.webServer.names)
    pod.fill(&world.webServer.files)
    pod.fill(&world.workstation.files)
    world.accounts = accounts.mapValues { account in
      var account = account
      pod.fill(&account.password)
      return account
    }
    world.appliances = appliances.mapValues { appliance in
      var appliance = appliance
      pod.fill(&appliance.names)
      pod.fill(&appliance.files)
      return appliance
    }
    return world
  }
}
