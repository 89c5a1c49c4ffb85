import Ledger

/// What PuTTY's programs say until somebody is logged in.
enum LoginMessages {
  static let hostKeyUnknown = Message.answer(
    "putty.host-key-unknown",
    """
    The server's host key is not cached in the registry. You
    have no guarantee that the server is the computer you
    think it is.
    The server's {kind} key fingerprint is:
    {fingerprint}
    """, .verbatim, source: "PuTTY source 0.70 windows/wincons.c; workstation.md 1.3")
  static let hostKeyChoices = Message.answer(
    "putty.host-key-choices",
    """
    If you trust this host, enter "y" to add the key to
    PuTTY's cache and carry on connecting.
    If you want to carry on connecting just once, without
    adding the key to the cache, enter "n".
    If you do not trust this host, press Return to abandon the
    connection.
    """, .verbatim, source: "PuTTY source 0.70 windows/wincons.c; workstation.md 1.3")
  static let hostKeyPrompt = Message.answer(
    "putty.host-key-prompt", "Store key in cache? (y/n) ", .verbatim,
    source: "PuTTY source 0.70 windows/wincons.c; workstation.md 1.3")
  static let abandoned = Message.error(
    "putty.abandoned", "Connection abandoned.", .verbatim,
    source: "Capture B; workstation.md 1.3",
    cause: "The host key question was answered by Return alone, or -batch forbids the question.",
    remedy: "Connect again and answer y.")
  static let loginAs = Message.answer(
    "putty.login-as", "login as: ", .verbatim, source: "Capture A; workstation.md 1.2")
  static let usingUsername = Message.answer(
    "putty.using-username", "Using username \"{user}\".", .verbatim,
    source: "Lab page, capture A; workstation.md 1.2")
  static let keyboardInteractive = Message.answer(
    "putty.keyboard-interactive", "Using keyboard-interactive authentication.", .verbatim,
    source: "Lab page, capture A; workstation.md 1.1")
  static let passwordPrompt = Message.answer(
    "putty.password-prompt", "Please enter password: ", .verbatim,
    source: "Lab page; shell.md 2. The words are the appliance's")
  static let accessDenied = Message.error(
    "putty.access-denied", "Access denied", .verbatim, source: "Capture A; workstation.md 1.5",
    cause:
      "The user's name or the password is wrong; in a pasted block, a line meant for something "
      + "else was taken as the password.",
    remedy: "Type the password at the next prompt, or press Ctrl-C and start again.")
  static let hostUnknown = Message.error(
    "putty.host-unknown", "ssh_init: Host does not exist", .verbatim,
    source: "PuTTY source 0.70 psftp.c, windows/winnet.c; workstation.md 1.5",
    cause: "No machine has that name.", remedy: "Correct the host name.")
  static let refused = Message.error(
    "putty.refused", "Fatal: Network error: Connection refused", .verbatim,
    source: "PuTTY source 0.70 psftp.c, windows/winnet.c; workstation.md 1.5",
    cause: "The machine is there, but nothing listens at that port.",
    remedy: "Leave out -P: SFTP is at port 22.")
  static let plinkHostUnknown = Message.error(
    "plink.host-unknown", "Unable to open connection:\nHost does not exist", .recalled,
    source: "PuTTY source plink.c, from memory; reason as in workstation.md 1.5",
    cause: "No machine has that name.", remedy: "Correct the host name.")
  static let plinkRefused = Message.error(
    "plink.refused", "FATAL ERROR: Network error: Connection refused", .recalled,
    source: "PuTTY source plink.c, from memory; reason as in workstation.md 1.5",
    cause: "The machine is there, but nothing listens at that port.",
    remedy: "Leave out -P: SSH is at port 22.")

  // MARK: - Said under -v

  static let verboseConnecting = Message.answer(
    "putty.verbose.connecting",
    """
    Connecting to {address} port {port}
    We claim version: SSH-2.0-PuTTY_Release_0.70
    Server version: SSH-2.0-OpenSSH_8.0
    Using SSH protocol version 2
    Host key fingerprint is:
    {fingerprint}
    """, .inferred,
    source: "Capture A, workstation.md 1.8, with the release's own version; address as typed")
  static let verboseInitialised = Message.answer(
    "putty.verbose.initialised",
    """
    Initialised AES-256 SDCTR client->server encryption
    Initialised AES-256 SDCTR server->client encryption
    """, .verbatim, source: "Capture A; workstation.md 1.8")
  static let verboseAttempting = Message.answer(
    "putty.verbose.attempting", "Attempting keyboard-interactive authentication", .verbatim,
    source: "Capture A; workstation.md 1.8. That it comes again after a refusal is INFERRED")
  static let verboseGranted = Message.answer(
    "putty.verbose.granted",
    """
    Access granted
    Opening session as main channel
    Opened main channel
    Started a shell/command
    """, .verbatim, source: "Capture A; workstation.md 1.8")
  static let verboseConnected = Message.answer(
    "psftp.verbose.connected", "Connected to {host}", .verbatim,
    source: "Capture A; workstation.md 1.8")
  static let verboseClosed = Message.answer(
    "putty.verbose.closed",
    """
    Sent EOF message
    Disconnected: All channels closed
    """, .verbatim, source: "Capture A; workstation.md 1.8")

  static let catalogue = [
    hostKeyUnknown, hostKeyChoices, hostKeyPrompt, abandoned, loginAs, usingUsername,
    keyboardInteractive, passwordPrompt, accessDenied, hostUnknown, refused, plinkHostUnknown,
    plinkRefused, verboseConnecting, verboseInitialised, verboseAttempting, verboseGranted,
    verboseConnected, verboseClosed,
  ]
}
