import ArgumentParser

/// `mmp class handout`.
struct HandoutCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "handout",
    abstract: "Print a card for each pod: its password, and how to get to its machines.",
    discussion: """
      It says what the class was served with last. A card is meant for one trainee; all of them \
      together are as secret as the passwords.
      """)

  @OptionGroup var state: StateOption

  @Option(
    help: ArgumentHelp(
      "Cards as text, as a table for mail merge (csv), or as a page to print (html).",
      valueName: "format"))
  var format = HandoutJob.Form.text

  @Flag(help: "Print lines for a file of known hosts instead.")
  var knownHosts = false

  @Option(
    help: ArgumentHelp(
      "The name or address that trainees reach the class at, if it is not the one it listens at.",
      valueName: "address"))
  var address: String?

  func check() throws {
    if let address, !HandoutJob.isAddress(address) {
      throw ValidationError("An address is a name or numbers, without blanks.")
    }
  }

  var job: HandoutJob {
    HandoutJob(state: state.path, form: knownHosts ? nil : format, address: address)
  }
}

extension HandoutJob.Form: ExpressibleByArgument {}
