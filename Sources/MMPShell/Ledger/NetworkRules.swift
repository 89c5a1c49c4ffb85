import Ledger

extension Rule {
  /// What SSH and SFTP clients meet, over the network or from PC1.
  static let network: [Rule] = [
    Rule(
      "rule.ssh-keyboard-interactive",
      "SSH and SFTP logins ask by keyboard-interactive, one prompt, nothing shown.", .verbatim,
      "shell.md 2, lab page"),
    Rule(
      "rule.ssh-password", "The password method is taken as well.", .inferred,
      "UNKNOWN; automation logs in with it"),
    Rule(
      "rule.ssh-public-key",
      "The key in `<user>.pub` on the appliance lets that user in.", .recalled,
      "shell.md 10"),
    Rule(
      "rule.ssh-tries",
      "A wrong password is answered after half a second, the next ones for the same account from the "
        + "same source after one and two; the third one ends the connection.",
      .inferred,
      "UNKNOWN; three is what clients ask for, and who guesses waits while a class does not"),
    Rule(
      "rule.ssh-exec",
      "A command with the request answers without prompt; its lines are carried out one by one; "
        + "the exit status is 0 whatever it says.",
      .inferred, "shell.md 2: both Ansible playbooks look for FAILURE in the output"),
    Rule(
      "rule.ssh-no-terminal",
      "A shell without a terminal answers with the transcript, as the console behind a pipe.",
      .inferred, "UNKNOWN; the same session everywhere"),
    Rule(
      "rule.ssh-host-key",
      "Each appliance has an Ed25519 host key, and all share one of RSA with 2048 bits; the server's "
        + "name is libssh's.",
      .inferred,
      "UNKNOWN; the kind every present client takes, and the one that all of fifteen years know"),
    Rule(
      "rule.ssh-algorithms",
      "Keys are exchanged by curve25519, the NIST curves or group 14, not by larger groups; MACs are "
        + "HMAC with SHA-2 or SHA-1.",
      .inferred,
      "UNKNOWN; what clients of fifteen years have in common and costs the host a few milliseconds"),
    Rule(
      "rule.ssh-scp",
      "What `scp -O` asks for is answered with one line on standard error, and exit status 1.",
      .inferred, "UNKNOWN; the lab page has SFTP only, and clients would show `Unknown command`"),
    Rule(
      "rule.ssh-memory",
      "Short of memory, the host refuses logins and uploads with `Server is short of memory`.",
      .inferred, "UNKNOWN; this protects the host and what a class has done"),
    Rule(
      "rule.sftp-root", "SFTP shows one flat directory, `/`.", .verbatim, "shell.md 9, lab page"),
    Rule(
      "rule.sftp-upload",
      "An upload shows when it is complete; one that breaks off changes nothing.", .inferred,
      "UNKNOWN; a key half there would fail its users in ways no manual describes"),
    Rule(
      "rule.sftp-listing", "Listings have the form of OpenSSH's, owner and group root.", .inferred,
      "shell.md 9: bytes UNKNOWN; workstation.md 1.4"),
    Rule(
      "rule.sftp-names",
      "A name the appliance could not keep is refused with `Permission denied`.", .inferred,
      "UNKNOWN; what OpenSSH says where a file may not be made"),
    Rule(
      "rule.sftp-working-names",
      "A client may upload as `.in.cms1a.cer` or another name with a dot in front, "
        + "or as `cms1a.cer.filepart`, `.part`, `.partial` or `.writing`: nothing lists such a file "
        + "until it is renamed, and what is left when the client goes is dropped; at most 64 a visit.",
      .inferred, "UNKNOWN; clients such as WinSCP and rclone upload so, and a name is final then"),
    Rule(
      "rule.sftp-log",
      "What is done over SFTP is logged as a command is: `get`, `put`, `mv`, `rm`, `chmod`, `touch`; "
        + "and what is refused.",
      .inferred, "UNKNOWN, shell.md 8; an auditor has to see who took a key"),
  ]
}
