import Ledger

/// The texts of `help <command>`, what stands behind the command's name.
extension HelpMessages {
  static let localHelp = text(
    "!",
    """
    <command>
      Runs a local command. For example, "!del myfile".
    """)
  static let byeHelp = text(
    "bye",
    """

      Terminates your SFTP session and quits the PSFTP program.
    """)
  static let cdHelp = text(
    "cd",
    """
     [ <new working directory> ]
      Change the remote working directory for your SFTP session.
      If a new working directory is not supplied, you will be
      returned to your home directory.
    """)
  static let chmodHelp = text(
    "chmod",
    """
     <modes> <filename-or-wildcard> [ <filename-or-wildcard>... ]
      Change the file permissions on one or more remote files or
      directories.
      <modes> can be any octal Unix permission specifier.
      Alternatively, <modes> can include the following modifiers:
        u+r     make file readable by owning user
        u+w     make file writable by owning user
        u+x     make file executable by owning user
        u-r     make file not readable by owning user
        [also u-w, u-x]
        g+r     make file readable by members of owning group
        [also g+w, g+x, g-r, g-w, g-x]
        o+r     make file readable by all other users
        [also o+w, o+x, o-r, o-w, o-x]
        a+r     make file readable by absolutely everybody
        [also a+w, a+x, a-r, a-w, a-x]
        u+s     enable the Unix set-user-ID bit
        u-s     disable the Unix set-user-ID bit
        g+s     enable the Unix set-group-ID bit
        g-s     disable the Unix set-group-ID bit
        +t      enable the Unix "sticky bit"
      You can give more than one modifier for the same user ("g-rwx"), and
      more than one user for the same modifier ("ug+w"). You can
      use commas to separate different modifiers ("u+rwx,g+s").
    """)
  static let closeHelp = text(
    "close",
    """

      Terminates your SFTP session, but does not quit the PSFTP
      program. You can then use "open" to start another SFTP
      session, to the same server or to a different one.
    """)
  static let delHelp = text(
    "del",
    """
     <filename-or-wildcard> [ <filename-or-wildcard>... ]
      Delete a file or files from the server.
    """)
  static let dirHelp = text(
    "dir",
    """
     [ <directory-name> ]/[ <wildcard> ]
      List the contents of a specified directory on the server.
      If <directory-name> is not given, the current working directory
      is assumed.
      If <wildcard> is given, it is treated as a set of files to
      list; otherwise, all files are listed.
    """)
  static let getHelp = text(
    "get",
    """
     [ -r ] [ -- ] <filename> [ <local-filename> ]
      Downloads a file on the server and stores it locally under
      the same name, or under a different one if you supply the
      argument <local-filename>.
      If -r specified, recursively fetch a directory.
    """)
  static let helpHelp = text(
    "help",
    """
     [ <command> [ <command> ... ] ]
      Give general help if no commands are specified.
      If one or more commands are specified, give specific help on
      those particular commands.
    """)
  static let lcdHelp = text(
    "lcd",
    """
     <local-directory-name>
      Change the local working directory of the PSFTP program (the
      default location where the "get" command will save files).
    """)
  static let lpwdHelp = text(
    "lpwd",
    """

      Print the local working directory of the PSFTP program (the
      default location where the "get" command will save files).
    """)
  static let mgetHelp = text(
    "mget",
    """
     [ -r ] [ -- ] <filename-or-wildcard> [ <filename-or-wildcard>... ]
      Downloads many files from the server, storing each one under
      the same name it has on the server side. You can use wildcards
      such as "*.c" to specify lots of files at once.
      If -r specified, recursively fetch files and directories.
    """)
  static let mkdirHelp = text(
    "mkdir",
    """
     <directory-name> [ <directory-name>... ]
      Creates directories with the given names on the server.
    """)
  static let mputHelp = text(
    "mput",
    """
     [ -r ] [ -- ] <filename-or-wildcard> [ <filename-or-wildcard>... ]
      Uploads many files to the server, storing each one under the
      same name it has on the client side. You can use wildcards
      such as "*.c" to specify lots of files at once.
      If -r specified, recursively store files and directories.
    """)
  static let mvHelp = text(
    "mv",
    """
     <source> [ <source>... ] <destination>
      Moves or renames <source>(s) on the server to <destination>,
      also on the server.
      If <destination> specifies an existing directory, then <source>
      may be a wildcard, and multiple <source>s may be given; all
      source files are moved into <destination>.
      Otherwise, <source> must specify a single file, which is moved
      or renamed so that it is accessible under the name <destination>.
    """)
  static let openHelp = text(
    "open",
    """
     [<user>@]<hostname> [<port>]
      Establishes an SFTP connection to a given host. Only usable
      when you are not already connected to a server.
    """)
  static let putHelp = text(
    "put",
    """
     [ -r ] [ -- ] <filename> [ <remote-filename> ]
      Uploads a file to the server and stores it there under
      the same name, or under a different one if you supply the
      argument <remote-filename>.
      If -r specified, recursively store a directory.
    """)
  static let pwdHelp = text(
    "pwd",
    """

      Print the current remote working directory for your SFTP session.
    """)
  static let regetHelp = text(
    "reget",
    """
     [ -r ] [ -- ] <filename> [ <local-filename> ]
      Works exactly like the "get" command, but the local file
      must already exist. The download will begin at the end of the
      file. This is for resuming a download that was interrupted.
      If -r specified, resume interrupted "get -r".
    """)
  static let reputHelp = text(
    "reput",
    """
     [ -r ] [ -- ] <filename> [ <remote-filename> ]
      Works exactly like the "put" command, but the remote file
      must already exist. The upload will begin at the end of the
      file. This is for resuming an upload that was interrupted.
      If -r specified, resume interrupted "put -r".
    """)
  static let rmdirHelp = text(
    "rmdir",
    """
     <directory-name> [ <directory-name>... ]
      Removes the directory with the given name on the server.
      The directory will not be removed unless it is empty.
      Wildcards may be used to specify multiple directories.
    """)

  private static func text(_ name: String, _ text: String) -> Saying {
    answer(
      "psftp.help.\(name)", text, .verbatim,
      source: name == "get"
        ? "Capture A; workstation.md 1.6"
        : "PuTTY source psftp.c of about 0.71, whose help get and list are the same")
  }

  static let texts = [
    localHelp, byeHelp, cdHelp, chmodHelp, closeHelp, delHelp, dirHelp, getHelp, helpHelp, lcdHelp,
    lpwdHelp, mgetHelp, mkdirHelp, mputHelp, mvHelp, openHelp, putHelp, pwdHelp, regetHelp,
    reputHelp, rmdirHelp,
  ]
}
