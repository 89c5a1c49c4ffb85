// swift-tools-version: 6.2
import PackageDescription

// FUZZ=1 builds everything for libFuzzer and adds the target that feeds the parsers.
let isFuzzing = Context.environment["FUZZ"] != nil
let fuzzer = ["-sanitize=fuzzer,address"]

let settings: [SwiftSetting] =
  [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isFuzzing ? [.unsafeFlags(fuzzer)] : [])

let package = Package(
  name: "mmp",
  products: [.executable(name: "mmp", targets: ["mmp"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries of the system: a module map and the macros that Swift cannot see. All but
    // libcrypto, which the distribution keeps safe, are linked into the program: each shared one
    // makes every start longer.
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSSH", providers: [.apt(["libssh-dev"])]),
    .systemLibrary(name: "CLibEdit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),

    // The pure core. Arrows point down only; PKI alone sees OpenSSL.
    .target(name: "Time", swiftSettings: settings),
    .target(name: "Threads", swiftSettings: settings),
    .target(name: "PKI", dependencies: ["COpenSSL", "Time"], swiftSettings: settings),
    .target(name: "Journal", dependencies: ["Threads", "Time"], swiftSettings: settings),
    .target(name: "Appliance", dependencies: ["Journal", "PKI", "Time"], swiftSettings: settings),
    .target(name: "Console", dependencies: ["Ledger"], swiftSettings: settings),
    .target(name: "LineEditing", dependencies: ["Console", "Words"], swiftSettings: settings),
    .target(name: "Ledger", swiftSettings: settings),
    .target(
      name: "MMPShell", dependencies: ["Appliance", "Console", "Journal", "Ledger", "PKI", "Time"],
      swiftSettings: settings),
    .target(
      name: "Transcripts", dependencies: ["Console", "Ledger", "Words"], swiftSettings: settings),

    .target(name: "SFTP", dependencies: ["Appliance", "Journal", "Time"], swiftSettings: settings),
    .target(name: "Authority", dependencies: ["Journal", "PKI", "Time"], swiftSettings: settings),
    .target(
      name: "Workstation",
      dependencies: ["Appliance", "Authority", "Console", "Journal", "Ledger", "MMPShell", "Time"],
      swiftSettings: settings),
    .target(
      name: "PuTTY",
      dependencies: [
        "Appliance", "Console", "Journal", "Ledger", "MMPShell", "SFTP", "Workstation",
      ],
      swiftSettings: settings),
    .target(
      name: "Certreq", dependencies: ["Authority", "Console", "Ledger", "PKI", "Workstation"],
      swiftSettings: settings),

    // Files that people write, read strictly; only YAML sees libyaml.
    .target(name: "Words", swiftSettings: settings),
    .target(
      name: "YAML", dependencies: ["CYAML", "Words"], swiftSettings: settings,
      linkerSettings: [.linkedLibrary(":libyaml.a")]),

    // Worlds that last; only Store sees SQLite.
    .target(
      name: "Store", dependencies: ["CSQLite", "Threads"], swiftSettings: settings,
      linkerSettings: [.linkedLibrary(":libsqlite3.a"), .linkedLibrary("m")]),

    // The lab: a world described in YAML, embedded by C so that the program is one file.
    .target(name: "CWorlds"),
    .target(
      name: "Lab",
      dependencies: [
        "Appliance", "Authority", "CWorlds", "Certreq", "Console", "Journal", "Ledger", "MMPShell",
        "PKI", "PuTTY", "Store", "Threads", "Time", "Words", "Workstation", "YAML",
      ],
      exclude: ["Resources"],
      swiftSettings: settings),

    // The lab's voice: tasks and whether they are done, why something went wrong.
    .target(
      name: "Tutor",
      dependencies: [
        "Appliance", "Authority", "CHost", "CWorlds", "Certreq", "Console", "Journal", "Lab",
        "Ledger", "MMPShell", "PKI", "Store", "Threads", "Time", "Transcripts", "Words",
        "Workstation", "YAML",
      ],
      exclude: ["Resources"],
      swiftSettings: settings),

    // SSH and SFTP in front of the appliances; only here is libssh seen. It is linked into the
    // program, without Kerberos: as a shared library it made every start a third longer.
    .target(name: "CWithoutKerberos"),
    .target(name: "CHost"),
    .target(
      name: "Gateway",
      dependencies: [
        "Appliance", "CHost", "CSSH", "CWithoutKerberos", "Console", "Journal", "LineEditing",
        "MMPShell", "PKI", "SFTP", "Threads",
      ], swiftSettings: settings,
      linkerSettings: [.linkedLibrary(":libssh.a"), .linkedLibrary(":libz.a")]),

    // PC1 behind a door of the gateway.
    .target(
      name: "RemoteDesk",
      dependencies: ["Appliance", "Console", "Gateway", "Journal", "SFTP", "Time", "Workstation"],
      swiftSettings: settings),

    // Processes of one user that share a world: a socket, and messages on it.
    .target(name: "Control", dependencies: ["Threads"], swiftSettings: settings),

    // Sessions in the process that has a world open, driven from another one.
    .target(
      name: "Windows", dependencies: ["Console", "Control", "LineEditing"],
      swiftSettings: settings),

    // A class of pods, for whatever shows it to trainees.
    .target(
      name: "Classroom",
      dependencies: [
        "Appliance", "Console", "Control", "Gateway", "Journal", "Lab", "LineEditing", "MMPShell",
        "PKI", "RemoteDesk", "Store", "Time", "Tutor", "Words", "Workstation",
      ],
      swiftSettings: settings),

    // The edge: arguments, terminal, files of the host, clock.
    .executableTarget(
      name: "mmp",
      dependencies: [
        "Appliance", "CLibEdit", "Classroom", "Console", "Control", "Gateway", "Journal", "Lab",
        "Ledger", "LineEditing", "MMPShell", "PKI", "Store", "Threads", "Time", "Transcripts",
        "Tutor", "Windows", "Words", "Workstation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings,
      // libedit, and what it needs.
      linkerSettings: ["edit", "tinfo", "bsd", "md"].map { .linkedLibrary(":lib\($0).a") }),

    // make bench: the program beside its references.
    // A C target: no module map links the library for it.
    .target(
      name: "COpenSSLReference", dependencies: ["COpenSSL"],
      linkerSettings: [.linkedLibrary("crypto")]),
    .executableTarget(
      name: "bench",
      dependencies: [
        "Appliance", "COpenSSLReference", "Console", "Journal", "Lab", "MMPShell", "PKI", "Store",
      ],
      path: "Sources/Bench",
      swiftSettings: settings),

    .testTarget(name: "TimeTests", dependencies: ["Time"], swiftSettings: settings),
    .testTarget(
      name: "PKITests", dependencies: ["PKI", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ThreadsTests", dependencies: ["TestSupport", "Threads"], swiftSettings: settings),
    .testTarget(
      name: "ControlTests", dependencies: ["Control", "TestSupport", "Threads"],
      swiftSettings: settings),
    .testTarget(
      name: "WindowsTests",
      dependencies: ["Console", "Control", "LineEditing", "TestSupport", "Windows"],
      swiftSettings: settings),
    .testTarget(
      name: "JournalTests", dependencies: ["Journal", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ApplianceTests",
      dependencies: ["Appliance", "PKI", "Journal", "TestSupport", "Threads"],
      swiftSettings: settings),
    .testTarget(
      name: "SFTPTests", dependencies: ["Appliance", "Journal", "SFTP", "TestSupport", "Time"],
      swiftSettings: settings),
    .testTarget(
      name: "GatewayTests", dependencies: ["Gateway", "PKI", "Journal"], swiftSettings: settings),
    .testTarget(
      name: "AuthorityTests",
      dependencies: ["Authority", "Journal", "PKI", "TestSupport", "Time"],
      swiftSettings: settings),
    .testTarget(
      name: "WorkstationTests",
      dependencies: [
        "Appliance", "Authority", "Console", "Journal", "Ledger", "TestSupport", "Workstation",
        "WorkstationSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ClassroomTests",
      dependencies: [
        "Appliance", "Classroom", "Console", "Control", "Gateway", "Journal", "Lab", "LineEditing",
        "MMPShell", "Store", "TestSupport", "Tutor", "Words", "Workstation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "PuTTYTests",
      dependencies: [
        "Appliance", "Authority", "Console", "Ledger", "PuTTY", "TestSupport", "Time",
        "Workstation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CertreqTests",
      dependencies: [
        "Authority", "Certreq", "PKI", "TestSupport", "Workstation", "WorkstationSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "LabTests",
      dependencies: [
        "Appliance", "Authority", "Certreq", "Console", "Journal", "Lab", "Ledger", "MMPShell",
        "PKI", "PuTTY", "Store", "TestSupport", "Time", "Workstation", "YAML",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TutorTests",
      dependencies: [
        "Appliance", "Console", "Journal", "Lab", "Ledger", "MMPShell", "PKI", "Store",
        "TestSupport",
        "Transcripts", "Tutor", "Workstation", "YAML",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "StoreTests", dependencies: ["Store", "TestSupport", "Threads"],
      swiftSettings: settings),
    .testTarget(
      name: "YAMLTests", dependencies: ["TestSupport", "Words", "YAML"], swiftSettings: settings),
    .testTarget(
      name: "ConsoleTests", dependencies: ["Console", "Ledger", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "LineEditingTests", dependencies: ["Console", "LineEditing", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "MMPShellTests",
      dependencies: [
        "Appliance", "Console", "Journal", "Ledger", "MMPShell", "PKI", "TestSupport",
        "Transcripts",
      ],
      exclude: ["Resources"], swiftSettings: settings),
    // Runs the built program as its users do.
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "Console", "Lab", "LineEditing", "MMPShell", "ProgramSupport", "TestSupport", "Threads",
        "Transcripts", "Tutor", "mmp",
      ],
      swiftSettings: settings),
    // Serves real SSH and SFTP clients.
    .testTarget(
      name: "ServeTests", dependencies: ["ProgramSupport", "TestSupport", "mmp"],
      exclude: ["Resources"],
      swiftSettings: settings),
    // What tests share: the files they read, and how they type and listen; then the program.
    .target(
      name: "TestSupport", dependencies: ["Console", "Journal"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .target(
      name: "ProgramSupport", dependencies: ["TestSupport"], path: "Tests/ProgramSupport",
      swiftSettings: settings),
    .target(
      name: "WorkstationSupport",
      dependencies: [
        "Appliance", "Authority", "Console", "PKI", "TestSupport", "Time", "Workstation",
      ],
      path: "Tests/WorkstationSupport", swiftSettings: settings),
    .testTarget(
      name: "TranscriptsTests", dependencies: ["Console", "TestSupport", "Transcripts"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)

if isFuzzing {
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Appliance", "Classroom", "Console", "Journal", "Lab", "LineEditing", "MMPShell", "PKI",
        "SFTP",
      ],
      path: "Sources/Fuzz", swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(fuzzer + ["-use-ld=lld"])]))
}
