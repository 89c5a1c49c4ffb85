import Ledger
import Workstation

/// What PuTTY's programs say until somebody is logged in.
enum LoginMessages: Catalogue {
  static let product = "PuTTY"

  static var sayings: [Saying] {
    hostKeyUnknown
    hostKeyChoices
    hostKeyPrompt
    abandoned
    loginAs
    usingUsername
    keyboardInteractive
    passwordPrompt
    accessDenied
    hostUnknown
    refused
    timedOut
    plinkHostUnknown
    plinkRefused
    plinkTimedOut
    disconnected
    plinkDisconnected
    serverClosed
    plinkServerClosed
    verboseConnecting
    verboseInitialised
    verboseAttempting
    verboseGranted
    verboseConnected
    verboseClosed
  }

  static func hostKeyUnknown(kind: String, fingerprint: String) -> Saying {
    answer(
      "putty.host-key-unknown",
      """
      The server's host key is not cached in the registry. You
      have no guarantee that the server is the computer you
      think it is.
      The server's {kind} key fingerprint is:
      {fingerprint}
      """, .verbatim, [kind, fingerprint],
      source: "PuTTY source 0.70 windows/wincons.c; workstation.md 1.3")
  }
  static let hostKeyChoices = answer(
    "putty.host-key-choices",
    """
    If you trust this host, enter "y" to add the key to
    PuTTY's cache and carry on connecting.
    If you want to carry on connecting just once, without
    adding the key to the cache, enter "n".
    If you do not trust this host, press Return to abandon the
    connection.
    """, .verbatim, source: "PuTTY source 0.70 windows/wincons.c; workstation.md 1.3")
  static let hostKeyPrompt = answer(
    "putty.host-key-prompt", "Store key in cache? (y/n) ", .verbatim,
    source: "PuTTY source 0.70 windows/wincons.c; workstation.md 1.3")
  static let abandoned = error(
    "putty.abandoned", "Connection abandoned.", .verbatim, source: "Capture B; workstation.md 1.3",
    cause: "The host key question was answered by Return alone, or -batch forbids the question.",
    remedy: "Connect again and answer y.")
  static let loginAs = answer(
    "putty.login-as", "login as: ", .verbatim, source: "Capture A; workstation.md 1.2")
  static func usingUsername(user: String) -> Saying {
    answer(
      "putty.using-username", "Using username \"{user}\".", .verbatim, [user],
      source: "Lab page, capture A; workstation.md 1.2")
  }
  static let keyboardInteractive = answer(
    "putty.keyboard-interactive", "Using keyboard-interactive authentication.", .verbatim,
    source: "Lab page, capture A; workstation.md 1.1")
  static let passwordPrompt = answer(
    "putty.password-prompt", "Please enter password: ", .verbatim,
    source: "Lab page; shell.md 2. The words are the appliance's")
  static let accessDenied = error(
    "putty.access-denied", "Access denied", .verbatim, source: "Capture A; workstation.md 1.5",
    cause:
      "The user's name or the password is wrong; in a pasted block, a line meant for something "
      + "else was taken as the password.",
    remedy: "Type the password at the next prompt, or press Ctrl-C and start again.")
  static let hostUnknown = error(
    "putty.host-unknown", "ssh_init: Host does not exist", .verbatim,
    source: "PuTTY source 0.70 psftp.c, windows/winnet.c; workstation.md 1.5",
    cause: "No machine has that name.", remedy: "Correct the host name.")
  static let refused = error(
    "putty.refused", "Fatal: Network error: Connection refused", .verbatim,
    source: "PuTTY source 0.70 psftp.c, windows/winnet.c; workstation.md 1.5",
    cause: "The machine is there, but nothing listens at that port.",
    remedy: "Leave out -P: SFTP is at port 22 of the appliances.")
  static let timedOut = error(
    "putty.timed-out", "Fatal: Network error: Connection timed out", .verbatim,
    source: "PuTTY source 0.70 psftp.c, windows/winnet.c; workstation.md 1.5",
    cause: "No machine has that address.", remedy: "Correct the address.")
  static let plinkHostUnknown = error(
    "plink.host-unknown", "Unable to open connection:\nHost does not exist", .recalled,
    source: "PuTTY source plink.c, from memory; reason as in workstation.md 1.5",
    cause: "No machine has that name.", remedy: "Correct the host name.")
  static let plinkRefused = error(
    "plink.refused", "FATAL ERROR: Network error: Connection refused", .recalled,
    source: "PuTTY source plink.c, from memory; reason as in workstation.md 1.5",
    cause: "The machine is there, but nothing listens at that port.",
    remedy: "Leave out -P: SSH is at port 22 of the appliances.")
  static let plinkTimedOut = error(
    "plink.timed-out", "FATAL ERROR: Network error: Connection timed out", .recalled,
    source: "PuTTY source plink.c, from memory; reason as in workstation.md 1.5",
    cause: "No machine has that address.", remedy: "Correct the address.")

  static let disconnected = error(
    "putty.disconnected",
    """
    Fatal: Server sent disconnect message
    type 2 (protocol error):
    "Too many authentication failures"
    """, .inferred,
    source: "Form VERBATIM, PuTTY source 0.70 ssh.c (workstation.md 1.5); that the third wrong "
      + "password brings it, in OpenSSH's words, is INFERRED",
    cause: "The password was wrong three times.", remedy: "Start again with the right one.")
  static let plinkDisconnected = error(
    "plink.disconnected",
    """
    FATAL ERROR: Server sent disconnect message
    type 2 (protocol error):
    "Too many authentication failures"
    """, .inferred, source: "As psftp's, with the words that plink puts in front (RECALLED)",
    cause: "The password was wrong three times.", remedy: "Start again with the right one.")
  static let serverClosed = error(
    "putty.server-closed", "Fatal: Server unexpectedly closed network connection", .verbatim,
    source: "PuTTY source 0.70 ssh.c; workstation.md 1.5",
    cause: "The appliance was restarted.", remedy: "Connect again.")
  static let plinkServerClosed = error(
    "plink.server-closed", "FATAL ERROR: Server unexpectedly closed network connection",
    .inferred, source: "As psftp's, with the words that plink puts in front (RECALLED)",
    cause: "The appliance was restarted.", remedy: "Connect again.")

  // MARK: - Said under -v

  static func verboseConnecting(address: String, port: String, fingerprint: String) -> Saying {
    answer(
      "putty.verbose.connecting",
      """
      Connecting to {address} port {port}
      We claim version: SSH-2.0-PuTTY_Release_0.70
      Server version: SSH-2.0-OpenSSH_8.0
      Using SSH protocol version 2
      Host key fingerprint is:
      {fingerprint}
      """, .inferred, [address, port, fingerprint],
      source: "Capture A, workstation.md 1.8, with the release's own version; address as typed")
  }
  static let verboseInitialised = answer(
    "putty.verbose.initialised",
    """
    Initialised AES-256 SDCTR client->server encryption
    Initialised AES-256 SDCTR server->client encryption
    """, .verbatim, source: "Capture A; workstation.md 1.8")
  static let verboseAttempting = answer(
    "putty.verbose.attempting", "Attempting keyboard-interactive authentication", .verbatim,
    source: "Capture A; workstation.md 1.8. That it comes again after a refusal is INFERRED")
  static let verboseGranted = answer(
    "putty.verbose.granted",
    """
    Access granted
    Opening session as main channel
    Opened main channel
    Started a shell/command
    """, .verbatim, source: "Capture A; workstation.md 1.8")
  static func verboseConnected(host: String) -> Saying {
    answer(
      "psftp.verbose.connected", "Connected to {host}", .verbatim, [host],
      source: "Capture A; workstation.md 1.8")
  }
  static let verboseClosed = answer(
    "putty.verbose.closed",
    """
    Sent EOF message
    Disconnected: All channels closed
    """, .verbatim, source: "Capture A; workstation.md 1.8")
}
