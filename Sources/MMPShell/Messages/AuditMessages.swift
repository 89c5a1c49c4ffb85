import Ledger

extension MMPMessages {
  static func auditGranted(
    time: String, hostname: String, user: String, address: String, port: String, command: String
  ) -> Saying {
    answer(
      "audit.granted",
      "{time} local0.info {hostname} cli: User {user} from {address}:{port} "
        + "issued command < {command}>: permission granted",
      .verbatim, [time, hostname, user, address, port, command],
      source: "TAC 221776 (3.9); shell.md 8. An IPv6 address stands there as it is: INFERRED")
  }
  static func auditRefused(
    time: String, hostname: String, user: String, address: String, port: String
  ) -> Saying {
    answer(
      "audit.refused",
      "{time} local0.info {hostname} cli: User {user} from {address}:{port} failed to log in",
      .inferred, [time, hostname, user, address, port],
      source: "Bytes unknown (shell.md 8); plainest words in the form of the line of a command")
  }
  static func auditDenied(
    time: String, hostname: String, user: String, address: String, port: String, command: String
  ) -> Saying {
    answer(
      "audit.denied",
      "{time} local0.info {hostname} cli: User {user} from {address}:{port} "
        + "issued command < {command}>: permission denied",
      .inferred, [time, hostname, user, address, port, command],
      source: "shell.md 8: the line of a command that was carried out, with its opposite")
  }
  static func auditFileGranted(
    time: String, hostname: String, user: String, address: String, port: String, command: String
  ) -> Saying {
    answer(
      "audit.file-granted",
      "{time} local0.info {hostname} sftp: User {user} from {address}:{port} "
        + "issued command < {command}>: permission granted",
      .inferred, [time, hostname, user, address, port, command],
      source: "UNKNOWN (shell.md 8, 9); the line of a command, in the words of SFTP clients")
  }
  static func auditFileDenied(
    time: String, hostname: String, user: String, address: String, port: String, command: String
  ) -> Saying {
    answer(
      "audit.file-denied",
      "{time} local0.info {hostname} sftp: User {user} from {address}:{port} "
        + "issued command < {command}>: permission denied",
      .inferred, [time, hostname, user, address, port, command],
      source: "UNKNOWN (shell.md 8, 9); the line of a command, in the words of SFTP clients")
  }
}
