import Ledger

/// What PuTTY's programs say of themselves.
enum UsageMessages: Catalogue {
  static let product = "PuTTY"

  static var sayings: [Saying] {
    unknownOption
    optionNeedsArgument
    version
    psftp
    plink
  }

  static func unknownOption(program: String, option: String) -> Saying {
    error(
      "putty.unknown-option",
      """
      {program}: unknown option "{option}"
             try typing "{program} -h" for help
      """, .verbatim, [program, option],
      source: "Capture A (psftp); workstation.md 1.5; plink's is INFERRED",
      cause: "There is no such option, or -b stands last.", remedy: "See psftp -h.")
  }
  static func optionNeedsArgument(program: String, option: String) -> Saying {
    error(
      "putty.option-needs-argument",
      """
      {program}: option "{option}" requires an argument
             try typing "{program} -h" for help
      """, .verbatim, [program, option], source: "PuTTY source psftp.c of about 0.71",
      cause: "The word behind the option is missing.", remedy: "See psftp -h.")
  }
  static func version(program: String) -> Saying {
    answer(
      "putty.version", "{program}: Release 0.70\nBuild platform: 64-bit x86 Windows", .recalled,
      [program],
      source:
        "PuTTY source psftp.c of about 0.71 for the first line; which build PC1 has is UNKNOWN")
  }
  static let psftp = answer(
    "psftp.usage",
    """
    PuTTY Secure File Transfer (SFTP) client
    Release 0.70
    Usage: psftp [options] [user@]host
    Options:
      -V        print version information and exit
      -pgpfp    print PGP key fingerprints and exit
      -b file   use specified batchfile
      -bc       output batchfile commands
      -be       don't stop batchfile processing if errors
      -v        show verbose messages
      -load sessname  Load settings from saved session
      -l user   connect with specified username
      -P port   connect to specified port
      -pw passw login with specified password
      -1 -2     force use of particular SSH protocol version
      -4 -6     force use of IPv4 or IPv6
      -C        enable compression
      -i key    private key file for user authentication
      -noagent  disable use of Pageant
      -agent    enable use of Pageant
      -hostkey aa:bb:cc:...
                manually specify a host key (may be repeated)
      -batch    disable all interactive prompts
      -proxycmd command
                use 'command' as local proxy
      -sshlog file
      -sshrawlog file
                log protocol details to a file
    """, .recalled, source: "PuTTY source psftp.c of about 0.71, without the option added there")
  static let plink = answer(
    "plink.usage",
    """
    Plink: command-line connection utility
    Release 0.70
    Usage: plink [options] [user@]host [command]
    """, .recalled, source: "PuTTY's documentation, from memory; the list of options is left out")
}
