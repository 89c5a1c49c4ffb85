import Console

/// A program of PC1's command window, such as psftp.
///
/// It answers at once, or pushes a mode that takes the lines typed from then on. It does not know
/// where these come from: if it stands behind a pipe, the command window types the piped lines into
/// its modes, unseen, and then tells the mode in charge that input has ended.
struct Program: Sendable {
  /// The names it is started by, in lower case, without `.exe`.
  let names: [String]
  /// The options whose value is a secret, in lower case.
  var secretOptions: Set<String> = []
  /// Starts it.
  let run: @Sendable (Start) -> Reply

  /// How it was started.
  struct Start {
    /// The name as typed.
    let name: String
    /// The words behind it, quotation marks taken off.
    let arguments: [String]
    /// The machine it runs on. It sets ``Workstation/errorLevel`` when it ends.
    let workstation: Workstation
    /// Progress goes here; the answer is returned.
    let screen: any Screen
  }
}
