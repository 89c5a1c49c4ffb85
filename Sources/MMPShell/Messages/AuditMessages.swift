import Ledger

extension Message {
  static let auditGranted = answer(
    "audit.granted",
    "{time} local0.info {hostname} cli: User {user} from {address}:{port} "
      + "issued command < {command}>: permission granted",
    .verbatim,
    source: "TAC 221776 (3.9); shell.md 8. An IPv6 address stands there as it is: INFERRED")
  static let auditDenied = answer(
    "audit.denied",
    "{time} local0.info {hostname} cli: User {user} from {address}:{port} "
      + "issued command < {command}>: permission denied",
    .inferred, source: "shell.md 8: the line of a command that was carried out, with its opposite")
}
