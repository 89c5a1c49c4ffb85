import LineEditing

extension EditingCommand {
  /// What libedit calls it: its own commands, and the two that ``LibEdit`` adds.
  var libeditName: String {
    switch self {
    case .accept: "ed-newline"
    case .interrupt: "mmp-interrupt"
    case .complete: "mmp-complete"
    case .clearScreen: "ed-clear-screen"
    case .ignore: "ed-unassigned"
    case .moveToStart: "ed-move-to-beg"
    case .moveToEnd: "ed-move-to-end"
    case .moveBackward: "ed-prev-char"
    case .moveForward: "ed-next-char"
    case .moveWordBackward: "ed-prev-word"
    case .moveWordForward: "em-next-word"
    case .deleteBackward: "em-delete-prev-char"
    case .deleteForward: "ed-delete-next-char"
    case .deleteForwardOrEnd: "em-delete-or-list"
    case .transpose: "ed-transpose-chars"
    case .killToEnd: "ed-kill-line"
    case .killLine: "em-kill-line"
    case .killWordBackward: "ed-delete-prev-word"
    case .killWordForward: "em-delete-next-word"
    case .yank: "em-yank"
    case .previousLine: "ed-prev-history"
    case .nextLine: "ed-next-history"
    }
  }
}
