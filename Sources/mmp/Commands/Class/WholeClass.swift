import ArgumentParser
import Classroom

/// `--all`: the whole class, where a pod would be named.
struct WholeClass: ParsableArguments {
  @Flag(help: "All pods, and not one. Each has a line that says what became of it.")
  var all = false

  /// Refuses words that are too many or too few: a pod, unless it is all, and what else is named.
  func check(_ words: [String], besides others: [String]) throws {
    guard words.count == (all ? 0 : 1) + others.count else {
      let rest = others.map { ", and \($0)" }.joined()
      throw ValidationError("Name a pod, or all with --all\(rest).")
    }
  }

  /// Which pods, and what else is named.
  func values(
    _ words: [String], naming key: ClassRequest.Key? = nil
  ) -> [ClassRequest.Key: String?] {
    var values: [ClassRequest.Key: String?] =
      all ? [.all: ""] : [.pod: words.first]
    if let key { values[key] = words.last }
    return values
  }
}

/// `--yes`: nobody is asked.
struct Assent: ParsableArguments {
  @Flag(help: "Do not ask first, as is done at a terminal.")
  var yes = false

  /// What is asked at a terminal; nil for nothing.
  func asking(_ question: String, if isAsked: Bool = true) -> Confirmation? {
    yes || !isAsked ? nil : Confirmation(question: question, otherwise: "nothing was done")
  }
}
