import Appliance
import Workstation
import YAML

extension Workshop {
  /// All that is in a world of that description when the trainee arrives.
  ///
  /// - Parameter passwords: replaces the password of every user of the appliances.
  func contents(
    of description: Description, passwords: String?
  ) throws(WorldError) -> WorldContents {
    var appliances: [String: WorldContents.Machine] = [:]
    // In order of name, so that the CA numbers their certificates alike each time.
    for (host, entry) in description.appliances.sorted(by: { $0.key < $1.key }) {
      appliances[host] = WorldContents.Machine(files: try files(of: entry.files) { $0 })
    }
    let webServer = try files(of: description.webServer.files) {
      "/\(description.webServer.folder)/\($0)".lowercased()
    }
    let folder = try description.workstation.path
    let workstation = try files(of: description.workstation.files) {
      folder.appending($0).description
    }
    return WorldContents(
      appliances: appliances,
      workstation: WorldContents.Machine(
        files: [
          WorldContents.File(
            name: folder.description, contents: nil, origin: description.workstation.origin)
        ] + workstation),
      authority: authorities.files, webServer: webServer,
      accounts: description.accounts.sorted { $0.key < $1.key }.map { (name, account) in
        Account(name: name, password: passwords ?? account.password, role: account.role)
      })
  }

  private func files(
    of recipes: [FileRecipe], named name: (String) -> String
  ) throws(WorldError) -> [WorldContents.File] {
    var files: [WorldContents.File] = []
    for recipe in recipes {
      files.append(
        WorldContents.File(
          name: name(recipe.file), contents: try bytes(of: recipe, among: recipes),
          origin: recipe.origin))
    }
    return files
  }
}
