import Ledger

/// What OpenSSH's `ssh` of Windows says.
enum SSHMessages: Catalogue {
  static let product = "ssh"

  static var sayings: [Saying] {
    hostUnknown
    refused
    timedOut
    hostKeyUnknown
    hostKeyPrompt
    hostKeyPromptAgain
    hostKeyAdded
    hostKeyFailed
    permissionDenied
    closed
    closedByRemote
    unknownOption
    usage
  }

  static func hostUnknown(host: String) -> Saying {
    error(
      "ssh.host-unknown", "ssh: Could not resolve hostname {host}: No such host is known. ",
      .recalled,
      [host], source: "OpenSSH for Windows, from memory; the blank is part of Windows' words",
      cause: "No machine has that name.", remedy: "Correct the host name.")
  }
  static func refused(host: String, port: String) -> Saying {
    error(
      "ssh.refused", "ssh: connect to host {host} port {port}: Connection refused", .recalled,
      [host, port], source: "OpenSSH for Windows, from memory",
      cause: "The machine is there, but nothing listens at that port.",
      remedy: "Leave out -p: the appliance is at port 22.")
  }
  static func timedOut(host: String, port: String) -> Saying {
    error(
      "ssh.timed-out", "ssh: connect to host {host} port {port}: Connection timed out", .recalled,
      [host, port], source: "OpenSSH for Windows, from memory",
      cause: "No machine has that address.",
      remedy: "Correct the address.")
  }
  static func hostKeyUnknown(
    host: String, address: String, kind: String, fingerprint: String
  ) -> Saying {
    answer(
      "ssh.host-key-unknown",
      "The authenticity of host '{host} ({address})' can't be established.\n"
        + "{kind} key fingerprint is {fingerprint}.", .recalled,
      [host, address, kind, fingerprint], source: hostKeySource)
  }
  static let hostKeyPrompt = answer(
    "ssh.host-key-prompt", "Are you sure you want to continue connecting (yes/no)? ", .recalled,
    source: hostKeySource)
  static let hostKeyPromptAgain = answer(
    "ssh.host-key-prompt-again", "Please type 'yes' or 'no': ", .recalled, source: hostKeySource)
  static func hostKeyAdded(hosts: String, kind: String) -> Saying {
    answer(
      "ssh.host-key-added",
      "Warning: Permanently added '{hosts}' ({kind}) to the list of known hosts.", .recalled,
      [hosts, kind], source: hostKeySource)
  }
  static let hostKeyFailed = error(
    "ssh.host-key-failed", "Host key verification failed.", .recalled, source: hostKeySource,
    cause: "The question about the host key was answered by no or by Return alone.",
    remedy: "Connect again and answer yes.")
  private static let hostKeySource =
    "OpenSSH source sshconnect.c 7.7, from memory; the release of Windows 10.0.17763"

  static func permissionDenied(user: String, host: String) -> Saying {
    error(
      "ssh.permission-denied",
      "{user}@{host}: Permission denied (publickey,password,keyboard-interactive).", .recalled,
      [user, host], source: "OpenSSH, from memory; which methods CMS offers is INFERRED",
      cause: "The password was wrong three times, or there is no such user.",
      remedy:
        "Connect again as admin@<host> with the password on your card, else c1sco123. It does not "
        + "appear while it is typed.")
  }
  static func closed(host: String) -> Saying {
    answer(
      "ssh.closed", "Connection to {host} closed.", .recalled, [host],
      source: "OpenSSH, from memory")
  }
  static func closedByRemote(host: String) -> Saying {
    error(
      "ssh.closed-by-remote", "Connection to {host} closed by remote host.", .recalled, [host],
      source: "OpenSSH, from memory; the usual line follows it",
      cause: "The appliance was restarted.", remedy: "Connect again.")
  }
  static func unknownOption(letter: String) -> Saying {
    error(
      "ssh.unknown-option", "unknown option -- {letter}", .recalled, [letter],
      source: "OpenSSH, from memory; usage lines follow", cause: "There is no such option.",
      remedy: "Type ssh admin@<host>.")
  }
  static let usage = answer(
    "ssh.usage", "usage: ssh [-v] [-l login_name] [-p port] destination [command]", .inferred,
    source: "OpenSSH's usage names many more options; which release PC1 has is UNKNOWN")
}
