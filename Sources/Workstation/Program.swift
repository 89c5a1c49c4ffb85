package import Console

/// A program of PC1's command window, such as psftp.
///
/// It answers at once, or pushes a mode that takes the lines typed from then on. It does not know
/// where these come from: if it stands behind a pipe, the command window types the piped lines into
/// its modes, unseen, and then tells the mode in charge that input has ended.
package struct Program: Sendable {
  /// The names it is started by, in lower case, without `.exe`.
  package let names: [String]
  /// The options whose value is a secret, in lower case.
  package let secretOptions: Set<String>
  /// Whether it asks for a secret that none of these options gives: what is piped into it is one.
  package let asksSecret: Bool
  /// Starts it.
  package let run: @Sendable (Start) -> Reply

  /// A program of those names.
  package init(
    names: [String], secretOptions: Set<String> = [], asksSecret: Bool = false,
    run: @escaping @Sendable (Start) -> Reply
  ) {
    self.names = names
    self.secretOptions = secretOptions
    self.asksSecret = asksSecret
    self.run = run
  }

  /// Whether an option is what somebody types who means the one for a password: `-p`, `-pass` or any
  /// other beginning of such a word. Upper and lower case do not count.
  package static func meansPassword(_ option: String) -> Bool {
    let name = option.drop { $0 == "-" }.lowercased()
    return option.hasPrefix("-") && !name.isEmpty
      && ["password", "passwd", "passphrase", "pwd"].contains { $0.hasPrefix(name) }
  }

  /// How it was started.
  package struct Start {
    /// The name as typed.
    package let name: String
    /// The words behind it, quotation marks taken off.
    package let arguments: [String]
    /// Whose it is. It sets ``Seat/errorLevel`` when it ends.
    package let seat: Seat
    /// Progress goes here; the answer is returned.
    package let screen: any Screen

    /// A start by that name, with those words behind it.
    package init(
      name: String, arguments: [String], seat: Seat, screen: any Screen
    ) {
      self.name = name
      self.arguments = arguments
      self.seat = seat
      self.screen = screen
    }
  }
}
