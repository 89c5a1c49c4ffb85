import Appliance
import Lab
import Ledger

extension FactFinder {
  /// A command for errors about which the lab has no facts, or as the last one to try.
  static let usual: FactFinder = {
    var finder = FactFinder { scene in
      (commands[scene.incident.message.id]?(scene)).map { Findings([], try: $0) } ?? Findings()
    }
    finder.ids = Set(commands.keys)
    return finder
  }()

  private typealias Suggestion = @Sendable (Scene) -> [String]

  private static let commands: [String: Suggestion] = {
    var commands: [String: Suggestion] = [
      "shell.permission-denied": { _ in ["help"] },
      "file.no-space": { _ in ["pki list"] },
      "putty.abandoned": connecting("psftp admin@"),
      "ssh.host-key-failed": connecting("ssh admin@"),
      "pkcs12-to-ssh.no-key": { $0.file.map($0.inspect) ?? [] },
      "pkcs12-to-ssh.no-certificate": { $0.file.map($0.inspect) ?? [] },
      "unlock.not-encrypted": { $0.file.map($0.inspect) ?? [] },
      "psftp.already-connected": { _ in ["close"] },
      "psftp.cannot-enter": { _ in ["pwd"] },
      "psftp.cannot-list": { _ in ["ls"] },
      "psftp.expects-local-directory": { _ in ["lpwd"] },
      "psftp.multiple-levels": { _ in ["ls"] },
      "psftp.read-error": { _ in ["ls"] },
      "psftp.write-error": { _ in ["ls"] },
      "psftp.cannot-create-local": { _ in ["mget *"] },
      "psftp.directory-not-made": { _ in ["ls"] },
      "psftp.directory-not-removed": { _ in ["ls"] },
      "psftp.unrecognised-option": { scene in
        scene.words.first.map { Written.command("help", $0) } ?? []
      },
      "putty.unknown-option": { scene in program(scene, "-h") },
      "putty.option-needs-argument": { scene in program(scene, "-h") },
      "cmd.syntax": { scene in program(scene, "/?") },
      "cmd.unexpected": { _ in ["help"] },
      "cmd.invalid-switch": { scene in program(scene, "/?") },
      "cmd.variable-error": { _ in ["set DIRCMD="] },
      "cmd.set-undefined": { _ in ["set"] },
      "cmd.set-full": { _ in ["set"] },
      "cmd.drive-not-found": { scene in ["dir \(scene.files.folder)"] },
      "cmd.in-use": { _ in ["cd .."] },
      "wget.cannot-write": { _ in ["dir"] },
      "wget.cannot-open": { _ in ["dir"] },
      "certreq.other-verb": { _ in ["certreq -?"] },
      "certreq.unknown-argument": { $0.certreq + ["certreq -?"] },
      "certreq.missing-argument": { $0.certreq + ["certreq -?"] },
    ]
    for id in ["not-connected", "open-no-host", "open-bad-port"] {
      commands["psftp.\(id)"] = connecting("open admin@")
    }
    for id in ["expects-filename", "expects-directory", "expects-two-filenames"] {
      commands["psftp.\(id)"] = { _ in ["ls"] }
    }
    for id in [
      "expects-mode", "mode-digits", "mode-who", "mode-what", "mode-incomplete", "mode-set-id",
      "mode-nobody", "mode-not-changed",
    ] { commands["psftp.\(id)"] = { _ in ["help chmod"] } }
    for id in ["putty.server-closed"] {
      commands[id] = { scene in
        guard let address = scene.targetAddress else { return [] }
        return [
          scene.incident.window == .psftp ? "open admin@\(address)" : "psftp admin@\(address)"
        ]
      }
    }
    for id in ["ssh.closed-by-remote", "plink.server-closed"] {
      commands[id] = { scene in
        scene.targetAddress.map { ["ssh admin@\($0)"] } ?? []
      }
    }
    commands["ssh.unknown-option"] = connecting("ssh admin@")
    for id in ["bad-option", "bad-value", "value-missing", "target-missing", "bad-parameter"] {
      commands["ping.\(id)"] = connecting("ping ")
    }
    for id in [
      "access-denied", "name-syntax", "already-exists", "disk-full", "directory-not-empty",
      "folder-exists", "not-enough-storage", "copy-onto-itself", "error-while-processing",
      "network-path-not-found", "line-too-long",
    ] { commands["cmd.\(id)"] = { $0.incident.window == .psftp ? ["!dir"] : ["dir"] } }
    for id in [
      "write-denied", "invalid-name", "disk-full", "unknown-request", "bad-number",
      "bad-subject", "bad-signature", "key-length", "not-made",
    ] { commands["certreq.\(id)"] = { _ in ["dir"] } }
    for id in [
      "illegal-option", "option-requires-argument", "letter-requires-argument",
      "ambiguous-option", "error-url",
    ] { commands["wget.\(id)"] = { _ in ["wget --help"] } }
    return commands
  }()

  private static func connecting(_ start: String) -> Suggestion {
    { scene in scene.targetAddress.map { [start + $0] } ?? [] }
  }

  private static func program(_ scene: Scene, _ option: String) -> [String] {
    scene.words.first.map { Written.command($0, option) } ?? []
  }
}
