import Certreq
public import Ledger
public import MMPShell
import PuTTY
import Workstation

extension Ledger {
  /// The ledger of everything: the MMP, and the lab around it.
  public static let lab = Ledger(messages: labMessages, rules: Rule.all + labRules)

  /// The messages of the MMP and of PC1's programs.
  public static let labMessages: [Message] =
    MMPMessages.messages + CmdMessages.messages + PuTTYCatalogue.messages
    + CertreqMessages.messages + WgetMessages.messages + PingMessages.messages

  /// What the lab does that somebody might take for a fact.
  private static let labRules = [
    Rule(
      "rule.page-connected",
      "After a typed password psftp says `Connected to <host>.`, as the lab page shows.",
      .verbatim,
      "Lab page; psftp 0.70 says nothing there (workstation.md 1.1): the page is compared with"),
    Rule(
      "rule.page-slash",
      "After a typed password an upload shows `local:/name => remote:name`, as the lab page does.",
      .verbatim,
      "Lab page; psftp 0.70 shows `local:name => remote:/name` (workstation.md 1.1)"),
    Rule(
      "rule.pod1", "cms1b and cms1c also answer to their names in pod1.", .inferred,
      "The page's first block says pod1, its steps pod7 (lab-flow.md 5)"),
    Rule(
      "rule.ready", "cms1b and cms1c hold key, CSR, certificate, full chain and root.",
      .paraphrased, "Lab page: these steps have already been performed there"),
    Rule(
      "rule.page-done",
      "With `page: done` cms1b and cms1c hold the database pairs of cms1a, and the certificates are "
        + "a day old.", .paraphrased,
      "Lab page: they will have the exact same certificate files; their age is UNKNOWN"),
    Rule(
      "rule.web-server", "The web server is the host of the certificate authority, port 80 only.",
      .inferred, "Lab page: the root is downloaded from the Certificate Authority"),
    Rule(
      "rule.web-folder", "The web server answers for a folder with a page that lists its files.",
      .inferred,
      "The page names one file only; the words are those of IIS's directory browsing, from memory, "
        + "with a line a file and without dates and a way up"),
    Rule(
      "rule.first-request", "The trainee's first request gets number 12.", .inferred,
      "The authority has issued before; its count is UNKNOWN"),
    Rule(
      "rule.request-reader",
      "certreq takes what stands between the first BEGIN and the next END, whatever the label, or "
        + "base64 without them, or DER; also UTF-16 (little-endian, with its mark) and UTF-8 with a "
        + "byte order mark.", .inferred,
      "CryptStringToBinary in the mode that tries all forms (CRYPT_STRING_ANY); UTF-16: GitHub "
        + "openssl/openssl#19494"),
    Rule(
      "rule.request-checks",
      "The authority looks at subject, signature, template, account and key of a request, in this "
        + "order, and the first fault decides. What it refuses keeps its number.", .inferred,
      "The stages that AD CS names in its answers: parsing, verifying, policy module; the number: "
        + "workstation.md 2.1"),
    Rule(
      "rule.subject-lengths",
      "An attribute of a subject may have so many characters: C 2; initials 5; given name 16; "
        + "street 30; surname 40; CN, O, OU, title 64; L, ST, DC, e-mail 128; serialNumber, "
        + "unstructuredName, unstructuredAddress 1024; others any number.", .inferred,
      "gradenegger.eu on permitted relative names (CN, O, OU, title, L, ST, C, DC, e-mail, "
        + "unstructured and device names PARAPHRASED); the rest are the bounds of X.520; each "
        + "attribute by itself: KB 276339"),
    Rule(
      "rule.subject-text",
      "A subject with a value that is no text or has a NUL in it is refused; so is one without any "
        + "character if there is no alternative name.", .inferred,
      "gradenegger.eu on 0x80094001: invalid or too long, neither subject nor alternative name"),
    Rule(
      "rule.authority-name",
      "A request for the authority's own name is refused, in whatever letters it is written.",
      .inferred, "gradenegger.eu on 0x80094001 (PARAPHRASED); that letters do not count: INFERRED"),
    Rule(
      "rule.template-key",
      "A template takes RSA keys from 2048 bits on, unless its world says otherwise; a key of "
        + "another kind is refused in the words of one too small.", .inferred,
      "ly4k/Certipy issues 55 and 107 (2048 and the words); the same code for another kind: "
        + "TameMyCerts, a policy module for AD CS; the lab template's own values are UNKNOWN"),
    Rule(
      "rule.retrieve",
      "`certreq -retrieve` says of a request what `-submit` said, to every account; the authority "
        + "remembers the last 256, up to a mebibyte, and none from before the trainee came.",
      .inferred,
      "MS-WCCE 3.2.1.4.2.1.3: an issued certificate comes again; the words of a denied one and who "
        + "may ask are UNKNOWN; a real authority forgets none"),
    Rule(
      "rule.pc1-address", "PC1 has the address 10.0.224.150; its ports count up from 49152.",
      .inferred, "UNKNOWN; on the web server's network (lab page), ports as Windows gives them"),
    Rule(
      "rule.pc1-door",
      "Where a class is served, PC1 has a port of its own: SSH gives its command window, SFTP its "
        + "folder `Desktop\\Certificates` with Windows' rules and words for names. The appliances' "
        + "`admin` and password let in.",
      .inferred,
      "The lab's own: the page's PC1 is a desk that somebody sits at. OpenSSH's server is a feature of "
        + "Windows since 10.0.17763; it shows the whole drive and says less (RECALLED)"),
    Rule(
      "rule.lab-addresses",
      "Appliances have the addresses from 10.0.224.101 on, in the order of their names; a network "
        + "is the first three numbers.",
      .inferred, "UNKNOWN; on the network of PC1 and the web server (lab page)"),
    Rule(
      "rule.dead-address",
      "An address that nobody has gives `Connection timed out`, without the 21 seconds that Windows "
        + "waits.",
      .recalled, "Windows tries a connection three times, then gives up; no source at hand"),
    Rule(
      "rule.ping",
      "Every machine of the lab answers `ping`; `-t` and `-n` beyond 1000 send 4 and 1000 packets.",
      .inferred, "UNKNOWN; nobody could type Ctrl-C in a moment without end"),
    Rule(
      "rule.ssh-known-hosts",
      "Where PC1 does not know a host, `ssh` asks about its key as OpenSSH for Windows 7.7 does: "
        + "only words that begin with yes or no count, an empty line is no.",
      .recalled,
      "OpenSSH source sshconnect.c, from memory; 7.7 comes with Windows 10.0.17763 (workstation.md "
        + "3.1)"),
    Rule(
      "rule.copycmd",
      "`/Y` or `/-Y` in the variable COPYCMD presets the switch of `copy`; one that is typed counts "
        + "more.",
      .paraphrased, "Microsoft docs, copy; that nothing else in it counts is INFERRED"),
    Rule(
      "rule.dircmd",
      "Switches in the variable DIRCMD come before those of `dir`; a hyphen takes one back, as in "
        + "`/-b`.",
      .paraphrased, "Microsoft docs, dir"),
    Rule(
      "rule.tab-variables",
      "Tab finishes names behind a variable such as `%userprofile%\\` and leaves it as typed.",
      .inferred, "Windows finishes them too; that it keeps the variable is UNKNOWN"),
    Rule(
      "rule.authority-age", "The root certificate is 1000 days old and valid for 20 years.",
      .inferred, "UNKNOWN; so that nothing else expires in a lab"),
    Rule(
      "rule.fullchain-ctrl-z", "The full chains on cms1b and cms1c end with 0x1A.", .inferred,
      "Made with the page's own copy command, which appends it (workstation.md 3)"),
  ]
}
