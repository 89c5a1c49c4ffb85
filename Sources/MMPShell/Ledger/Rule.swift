public import Ledger

/// Something the appliance does, as opposed to says, and how it is known that it does so.
public struct Rule: Sendable, Identifiable {
  /// A name that never changes.
  public let id: String
  /// The behaviour in a sentence.
  public let statement: String
  /// How sure it is.
  public let grade: Message.Grade
  /// Where it comes from, or what it was deduced from and why.
  public let source: String

  /// A rule.
  public init(_ id: String, _ statement: String, _ grade: Message.Grade, _ source: String) {
    self.id = id
    self.statement = statement
    self.grade = grade
    self.source = source
  }

  /// Every behaviour that somebody might take for a fact.
  public static let all = console + verification + network

  private static let console: [Rule] = [
    // Shell
    Rule("rule.prompt", "The prompt is the host name, `>` and a blank.", .verbatim, "shell.md 1"),
    Rule(
      "rule.prompt-after-reboot", "A new host name shows in the prompt after the next reboot.",
      .inferred, "shell.md 1, from the reboot message"),
    Rule(
      "rule.reboot", "`reboot` asks nothing, keeps files and comes back at the prompt.", .inferred,
      "services.md 6 names it, its confirmation is UNKNOWN; the console has no power to lose"),
    Rule(
      "rule.reboot-visits", "`reboot` ends all sessions that came over the network.", .inferred,
      "UNKNOWN; a machine that restarts keeps no connection"),
    Rule(
      "rule.quotes", "Double quotation marks keep blanks together; other quotes are plain.",
      .recalled, "pki.md 1.1"),
    Rule(
      "rule.blanks", "Runs of blanks and a trailing blank are accepted.", .inferred, "pki.md 1.1"),
    Rule(
      "rule.case", "Commands, attribute names and file names tell upper from lower case.",
      .inferred, "shell.md 5: unknown; as on the system below"),
    Rule(
      "rule.completion",
      "Tab completes to the first fitting word and does not cycle; behind 1,024 bytes it adds nothing.",
      .recalled, "shell.md 5; the length is INFERRED: no key may cost more than another"),
    Rule(
      "rule.keys", "Editing keys: Ctrl-A B C D E F K L M N P T U W, arrows, Backspace.", .recalled,
      "shell.md 5"),
    Rule(
      "rule.screen",
      "On a terminal's screen control characters other than line feed and tab, C1 controls and "
        + "marks that turn the direction of writing show as in `\\x1B`; pipes, exec, transcripts "
        + "and recordings have them as they are.",
      .inferred,
      "The appliance prints what a certificate holds, as OpenSSL 1.0.2 does; no stranger's file may "
        + "command a trainee's terminal. The form is 1.0.2's own for names"),
    Rule(
      "rule.exit-status",
      "`mmp` exits with 0 whatever commands said; with `--strict-exit` with 1 if the last said an "
        + "error.",
      .inferred, "As rule.ssh-exec; `--strict-exit` is the program's own, for scripts"),
    // Roles
    Rule(
      "rule.role-login",
      "`admin` and `crypto` log in to the CLI; `appadmin` (Web Admin) and `api` (API) do not.",
      .paraphrased, "MMP reference 2.0 p. 27; services.md 7"),
    Rule(
      "rule.role-crypto", "`crypto` has `pki`, `date`, `version`, `help`, `exit` and all of SFTP.",
      .inferred, "shell.md 7 for pki; what it makes is carried by SFTP; the rest sets nothing"),
    Rule(
      "rule.role-audit",
      "`audit` logs in, has `help` and `exit`, and over SFTP fetches what the appliance wrote.",
      .inferred,
      "PARAPHRASED that it is for audit logs (services.md 7); how it gets at them is UNKNOWN"),
    Rule(
      "rule.role-check",
      "Permission is asked once the command is known, before its arguments are looked at.",
      .inferred, "UNKNOWN, shell.md 11; so no usage line tells what is not allowed"),
    Rule(
      "rule.role-help", "`help` and Tab know only what the user's role may do.", .inferred,
      "UNKNOWN, shell.md 5; plainest"),
    Rule(
      "rule.user-key", "`<username>.pub` is the key that user may log in with over SSH.", .recalled,
      "shell.md 10"),
    // Log
    Rule(
      "rule.audit",
      "Each line a network login types at the prompt is logged; the local console's are not.",
      .inferred, "shell.md 8 has one of a network login; a console has no address to be noted"),
    Rule(
      "rule.audit-refused", "Whoever is not let in is logged, with the name that was given.",
      .inferred, "UNKNOWN; the log is where an auditor looks for guessed passwords"),
    Rule(
      "rule.audit-granted",
      "Unknown and incomplete commands count as granted; only the role denies.", .inferred,
      "UNKNOWN, shell.md 8 has only a good command; permission is asked before arguments"),
    Rule(
      "rule.audit-answers", "Answers to questions, such as passwords, are never logged.", .inferred,
      "They are no commands; no log may tell a password"),
    Rule(
      "rule.audit-time",
      "Every release stamps log lines as 3.9 does, in UTC; the milliseconds are always 000.",
      .inferred, "shell.md 8 has older stamps for other programs only; the clock counts seconds"),
    Rule(
      "rule.audit-escape",
      "A command is logged without the blanks around it, control characters as in `\\x0A`.",
      .inferred, "UNKNOWN, shell.md 8; nobody may forge a line or a terminal's commands"),
    Rule(
      "rule.log",
      "The read-only file `log` appears over SFTP with the first line logged; what is done over SFTP "
        + "does not have it listed, but for `audit`.",
      .recalled,
      "shell.md 9 for the name; that it cannot be changed is INFERRED, and that a listing shows "
        + "what somebody has put there and no more"),
    Rule(
      "rule.log-size",
      "The log keeps 10,000 lines, and at most 1 MiB; when it is full, the user with most of it loses "
        + "their oldest line; all who were not let in share one part.",
      .inferred,
      "The appliance's limits are UNKNOWN; these protect the host, and what others have left"),
    // pki csr
    Rule(
      "rule.basename", "Up to 2.9 a basename is letters and digits only.", .paraphrased,
      "Lab page; TAC 210530 shows databasecluster_client working, its release unknown: the page wins"
    ),
    Rule(
      "rule.basename-3", "From 3.0 a basename may also have hyphens and underscores.", .inferred,
      "TAC 214618 and Ansible 3.8 accept them; the release where it changed is UNKNOWN"),
    Rule("rule.key", "Keys are RSA with 2048 bits.", .inferred, "TAC 212217; pki.md 1.1"),
    Rule(
      "rule.key-form", "Key files are PEM, `RSA PRIVATE KEY`.", .inferred,
      "What OpenSSL 1.0 writes, the appliance's library (pki.md 2.3)"),
    Rule(
      "rule.hash", "CSRs and certificates are signed with SHA-256.", .inferred, "pki.md 1.1, weak"),
    Rule(
      "rule.subject-order", "The subject's order is C, ST, L, O, OU, CN, e-mail, however typed.",
      .inferred, "TAC 212217 shows it, though its CA may have re-ordered; pki.md 1.1"),
    Rule(
      "rule.subject-limits",
      "OpenSSL's limits hold: C has two letters, CN at most 64 characters.", .inferred,
      "The appliance's library checks them; the answer is Invalid argument"),
    Rule(
      "rule.san-cn", "With subjectAltName given, the CN comes first in it, duplicates are kept.",
      .inferred, "TAC 212217 shows the CN twice; pki.md 1.1"),
    Rule(
      "rule.san-absent", "Without subjectAltName the CSR has no subject alternative name.",
      .inferred, "UNKNOWN, pki.md 1.1; plainest"),
    Rule(
      "rule.san-kinds", "SAN entries are IP addresses, mailboxes (with @) or DNS names.",
      .paraphrased, "TAC 214618"),
    Rule(
      "rule.overwrite", "An existing basename is overwritten in place, without a question.",
      .paraphrased, "TAC 214618; the place from the order of TAC 217320"),
    Rule(
      "rule.atomic", "Key and CSR are stored together or not at all.", .inferred,
      "Half a pair would be of no use"),
    // pki list, inspect
    Rule("rule.list-order", "Files are listed in order of creation.", .inferred, "pki.md 2.2"),
    Rule(
      "rule.list-all", "Every file is listed, whatever its extension; .pub files by themselves.",
      .inferred, "UNKNOWN, shell.md 10"),
    Rule(
      "rule.inspect-layout", "Certificates and CSRs are printed as OpenSSL 1.0.2 does.", .verbatim,
      "TAC 212217 (CMS 2.2.2); that 2.9 and 3.x still do is INFERRED"),
    Rule(
      "rule.inspect-bundle", "Each element of a bundle is announced and printed.", .recalled,
      "pki.md 2.3"),
    Rule(
      "rule.inspect-key", "A private key is named with kind and size, never printed.", .inferred,
      "RECALLED that details are for certificates (pki.md 2.3)"),
    // pki verify, match
    Rule(
      "rule.verify-anchor", "A chain ends at a self-signed certificate of the bundle.", .inferred,
      "As openssl verify -CAfile; pki.md 2.5"),
    Rule(
      "rule.verify-third", "With a third file the second lends links and the third is trusted.",
      .recalled, "pki.md 1.4"),
    Rule(
      "rule.first-certificate",
      "Of several certificates in a file the first is matched or verified.",
      .inferred, "As OpenSSL reads them"),
    Rule(
      "rule.damaged-bundle",
      "A file with a block that cannot be read is refused whole, but for a key or request that "
        + "stands in front of it.",
      .inferred, "OpenSSL stops reading there; a definite answer teaches more than half a bundle"),
    Rule(
      "rule.pem-headers", "Header lines but Proc-Type and DEK-Info make a PEM block damaged.",
      .inferred, "OpenSSL 1.0.2q: not proc type; GitHub square/certigo#89"),
    Rule(
      "rule.trusted-certificate",
      "The settings in a TRUSTED CERTIFICATE are printed, and pki verify minds them.", .inferred,
      "X509_print and X509_verify_cert of 1.0.2"),
    // pki selfsigned, sign, unlock, pkcs12-to-ssh
    Rule(
      "rule.selfsigned-names", "`pki selfsigned` makes <basename>.key and <basename>.crt.",
      .verbatim, "Ansible 2.x"),
    Rule(
      "rule.selfsigned-subject", "Without CN a self-signed certificate bears the host name.",
      .inferred, "Ansible 2.x gives no attribute; subject UNKNOWN"),
    Rule(
      "rule.selfsigned-ca", "A self-signed certificate has CA:TRUE.", .inferred,
      "`pki sign` uses it as CA, pki.md 1.2"),
    Rule(
      "rule.validity", "Certificates made on the appliance are valid for 365 days.", .inferred,
      "UNKNOWN, pki.md 1.2 and 1.3; what CAs usually give"),
    Rule(
      "rule.sign-extensions",
      "`pki sign` copies the SAN and allows server and client authentication.", .inferred,
      "Database certificates need both (addenda.md)"),
    Rule("rule.sign-since", "`pki sign` exists from 2.7.", .paraphrased, "TAC 214618"),
    Rule(
      "rule.fullchain", "From 3.0 `pki sign` also writes <basename>-fullchain.crt.", .inferred,
      "Seen on 3.8 (Ansible 3.8); first release UNKNOWN"),
    Rule(
      "rule.unlock-in-place", "`pki unlock` replaces the key under the same name.", .recalled,
      "pki.md 1.4"),
    Rule(
      "rule.pkcs12", "`pki pkcs12-to-ssh` replaces <username>.pub by the SSH public key.",
      .recalled, "pki.md 1.4"),
    Rule(
      "rule.wrong-password",
      "A password is incorrect if seal, padding or plain text say so; else what is missing is named.",
      .inferred, "OpenSSL tells them apart; GitHub openssl/openssl#17173 (PKCS#12 without a key)"),
    // Files
    Rule(
      "rule.file-names", "File names are letters, digits, dots, hyphens and underscores.",
      .recalled, "shell.md 10"),
    Rule(
      "rule.work-limits",
      "A file is read that has at most 4 MiB, 1,000 PEM blocks, keys of 16,384 bits (RSA) or 4,096, "
        + "and 1,000,000 rounds of key derivation.",
      .inferred, "The appliance's limits are UNKNOWN; these protect the host, far beyond any use"),
    Rule(
      "rule.quota", "A file has at most 64 MiB, all together 256 MiB, and there are 4096 at most.",
      .inferred, "The appliance's limits are UNKNOWN; these protect the host"),
  ]
}
