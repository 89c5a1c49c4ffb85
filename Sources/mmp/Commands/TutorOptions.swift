import ArgumentParser

/// Whether the lab speaks.
struct TutorOptions: ParsableArguments {
  @Flag(
    name: .customLong("no-tutor"),
    help: "Leave lines that begin with a colon to the machine; by itself the lab answers them.")
  var isOff = false
}
