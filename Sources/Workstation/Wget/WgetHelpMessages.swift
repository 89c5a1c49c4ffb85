import Ledger

extension WgetMessages {
  static let version = answer(
    "wget.version", "GNU Wget 1.21.3 built on mingw32.", .inferred,
    source: "First line of wget --version, VERBATIM but for the system; which build PC1 has is "
      + "UNKNOWN")
  static func help(name: String) -> Saying {
    answer(
      "wget.help",
      """
      GNU Wget 1.21.3, a non-interactive network retriever.
      Usage: {name} [OPTION]... [URL]...

      Mandatory arguments to long options are mandatory for short options too.

      Startup:
        -V,  --version                   display the version of Wget and exit
        -h,  --help                      print this help

      Logging and input file:
        -q,  --quiet                     quiet (no output)
        -v,  --verbose                   be verbose (this is the default)
        -nv, --no-verbose                turn off verboseness, without being quiet

      Download:
        -t,  --tries=NUMBER              set number of retries to NUMBER (0 unlimits)
        -O,  --output-document=FILE      write documents to FILE
        -nc, --no-clobber                skip downloads that would download to
                                           existing files (overwriting them)
        -T,  --timeout=SECONDS           set all timeout values to SECONDS
             --no-proxy                  explicitly turn off proxy
      """, .inferred, [name],
      source: "\(wgetCapture) has these lines VERBATIM; the options not simulated are left out")
  }
}
