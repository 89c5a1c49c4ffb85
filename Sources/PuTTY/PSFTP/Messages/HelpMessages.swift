import Ledger

/// What psftp's `help` says of each command: one line in the list, and a text of its own.
enum HelpMessages: Catalogue {
  static let product = "psftp"

  static var sayings: [Saying] {
    notFound
    local
    bye
    cd
    chmod
    close
    del
    dir
    get
    help
    lcd
    lpwd
    mget
    mkdir
    mput
    mv
    open
    put
    pwd
    reget
    reput
    rmdir
    texts
  }

  static func notFound(word: String) -> Saying {
    error(
      "psftp.help-not-found", "help: {word}: command not found", .verbatim, [word],
      source: "Capture A; workstation.md 1.6", cause: "psftp has no such command.",
      remedy: "Type help for the list.")
  }
  static let local = list("!", "run a local command")
  static let bye = list("bye", "finish your SFTP session")
  static let cd = list("cd", "change your remote working directory")
  static let chmod = list("chmod", "change file permissions and modes")
  static let close = list("close", "finish your SFTP session but do not quit PSFTP")
  static let del = list("del", "delete files on the remote server")
  static let dir = list("dir", "list remote files")
  static let get = list("get", "download a file from the server to your local machine")
  static let help = list("help", "give help")
  static let lcd = list("lcd", "change local working directory")
  static let lpwd = list("lpwd", "print local working directory")
  static let mget = list("mget", "download multiple files at once")
  static let mkdir = list("mkdir", "create directories on the remote server")
  static let mput = list("mput", "upload multiple files at once")
  static let mv = list("mv", "move or rename file(s) on the remote server")
  static let open = list("open", "connect to a host")
  static let put = list("put", "upload a file from your local machine to the server")
  static let pwd = list("pwd", "print your remote working directory")
  static let reget = list("reget", "continue downloading files")
  static let reput = list("reput", "continue uploading files")
  static let rmdir = list("rmdir", "remove directories on the remote server")

  private static func list(_ name: String, _ summary: String) -> Saying {
    answer("psftp.list.\(name)", summary, .verbatim, source: "Capture A; workstation.md 1.6")
  }
}
