import Appliance
import Console
import Journal
import Lab
import MMPShell
import TestSupport
import Testing
import Workstation

@testable import Tutor

/// Each file of the page's end, with something else in its place.
@Suite("The files that the page's tasks look at")
struct CertificateFileTests {
  /// A file, and the tasks that look at it.
  struct Place: Sendable {
    let host: String
    let name: String
    let tasks: Set<String>

    init(_ host: String, _ name: String, _ tasks: Set<String>) {
      self.host = host
      self.name = name
      self.tasks = tasks
    }
  }

  private static let uploads: Set = ["upload-cms1a", "upload-cms1b", "upload-cms1c"]
  private static let places = requests + databases + servers + combined

  private static let requests: [Place] = ["cms1a", "dbclusterserver", "dbclusterclient"]
    .flatMap { name -> [Place] in
      [
        Place("pc1", "\(name).csr", ["fetch-requests"]),
        Place("cms1a", "\(name).csr", ["csr-\(name)", "fetch-requests"]),
      ]
    }

  private static let databases: [Place] = ["dbclusterserver", "dbclusterclient"]
    .flatMap { name -> [Place] in
      let tasks: Set = ["upload-certificates", "match"]
      return [
        Place("pc1", "\(name).cer", ["sign-\(name)"]), Place("cms1a", "\(name).cer", tasks),
        Place(
          "cms1a", "\(name).key",
          tasks.union(["csr-\(name)", "fetch-requests", "sign-\(name)"])),
      ]
    }

  private static let servers: [Place] = ["cms1b", "cms1c"].flatMap { name -> [Place] in
    let (chain, upload) = ("fullchain-\(name)", "upload-\(name)")
    let tasks = uploads.union(["fetch-others", "bundle", chain])
    return [
      Place("pc1", "\(name).cer", ["fetch-others"]),
      Place("pc1", "\(name)-fullchain.cer", [chain]),
      Place(name, "\(name).key", tasks), Place(name, "\(name).cer", tasks),
      Place(name, "cms1abc.cer", [upload]), Place(name, "\(name)-fullchain.cer", [upload]),
    ]
  }

  private static let combined: [Place] = [
    Place("pc1", "cms1a.cer", ["sign-cms1a", "bundle", "fullchain-cms1a"]),
    Place("pc1", "cmslab-root-ca.cer", ["fetch-root", "fullchain-cms1a"]),
    Place("pc1", "cms1abc.cer", ["bundle"]),
    Place("pc1", "cms1a-fullchain.cer", ["fullchain-cms1a"]),
    Place("cms1a", "cms1a.key", uploads.union(ofTheKey)),
    Place("cms1a", "cms1a.cer", uploads.union(["upload-certificates", "verify", "match"])),
    Place("cms1a", "cmslab-root-ca.cer", ["upload-certificates", "verify"]),
    Place("cms1a", "cms1a-fullchain.cer", ["upload-cms1a"]),
    Place("cms1a", "cms1abc.cer", ["upload-cms1a"]),
    Place(
      "cms1b", "cmslab-root-ca.cer",
      ["fetch-root", "fullchain-cms1b", "upload-certificates", "upload-cms1b"]),
    Place("cms1c", "cmslab-root-ca.cer", ["fullchain-cms1c", "upload-cms1c"]),
  ]
  private static let ofTheKey: Set = [
    "csr-cms1a", "fetch-requests", "sign-cms1a", "bundle", "fullchain-cms1a",
    "upload-certificates", "verify", "match",
  ]

  private let world: World
  private let set: TaskSet
  private let heard: Guarded<SaidSoFar>

  init() throws {
    let (world, set) = (try CertificateTaskTests.lab(), try CertificateTaskTests.set())
    let heard = Guarded(SaidSoFar(for: set, in: world))
    world.journal.subscribe { event in _ = heard.change { $0.note(event) } }
    (self.world, self.set, self.heard) = (world, set, heard)
  }

  /// The tasks that are not done, once cms1a was asked whether all fits with the files as they are.
  private var open: Set<String> {
    heard.change { $0 = SaidSoFar(for: set, in: world) }
    world.appliance(named: "cms1a")?.frontDoor.console()
      .session(carryingOut: CertificateTaskTests.questions).start(on: TextScreen())
    let look = Look(at: world, said: heard.change { $0.all })
    return Set(set.tasks.filter { !$0.check.holds(in: look).holds }.map(\.id))
  }

  private func bytes(_ name: String, of world: World, on host: String) throws -> [UInt8] {
    try #require(Look(at: world).file(name, on: host)).contents
  }

  /// Puts bytes in a file's place; nil takes the file away.
  private func put(_ bytes: [UInt8]?, _ place: Place) throws {
    let path = world.workstation.folder.appending(place.name)
    switch (world.appliance(named: place.host), bytes) {
    case (let appliance?, let bytes?):
      try appliance.store(.init(name: place.name, contents: bytes))
    case (let appliance?, nil): _ = try appliance.removeFile(place.name)
    case (nil, let bytes?): try world.workstation.drive.write(bytes, to: path)
    case (nil, nil): try world.workstation.drive.delete(path)
    }
  }

  @Test("none passes without its file, with an empty one, or with what is no such file")
  func broken() throws {
    for place in Self.places {
      let right = try bytes(place.name, of: world, on: place.host)
      for wrong in [nil, [], Array("junk\n".utf8), Array(right.dropLast(right.count / 2))] {
        try put(wrong, place)
        #expect(open == place.tasks, "\(place)")
      }
      try put(right, place)
    }
    #expect(open == [])
  }

  @Test("none passes with another pod's file, or with a neighbour's of the same kind")
  func foreign() throws {
    let other = try CertificateTaskTests.lab(pod: 3)
    for place in Self.places {
      let right = try bytes(place.name, of: world, on: place.host)
      let ending = place.name.drop { $0 != "." && $0 != "-" }
      let neighbours = Self.places.filter {
        $0.host == place.host && $0.name != place.name && $0.name.hasSuffix(ending)
      }
      var wrong = try neighbours.map { try bytes($0.name, of: world, on: place.host) }
      // Labs that begin at the page's end have the same keys, and the database client the same name.
      if !["dbclusterclient.cer", "cmslab-root-ca.cer"].contains(place.name) {
        wrong.append(try bytes(place.name, of: other, on: place.host))
      }
      for (host, name) in [("cms1b", "cms1c"), ("cms1c", "cms1b")]
      where place.host == host && place.name.hasPrefix(host) {
        wrong.append(try bytes(name + ending, of: world, on: name))
      }
      // Of a certificate's file the first counts.
      for wrong in wrong where !wrong.starts(with: right) {
        try put(wrong, place)
        #expect(open == place.tasks, "\(place)")
      }
      try put(right, place)
    }
  }

  @Test("with all files of another pod only the root is right, which all pods share")
  func otherPod() throws {
    let other = try CertificateTaskTests.lab(pod: 3)
    let fresh = try World(pod: 7, now: { CertificateTaskTests.now })
    let all = Set(set.tasks.map(\.id))
    for place in Self.places {
      let bytes = try bytes(place.name, of: other, on: place.host)
      guard let appliance = fresh.appliance(named: place.host) else {
        try fresh.workstation.drive.write(bytes, to: fresh.workstation.folder.appending(place.name))
        continue
      }
      try appliance.store(.init(name: place.name, contents: bytes))
    }
    #expect(try CertificateTaskTests.open(in: fresh) == all.subtracting(["fetch-root"]))
  }

  @Test("a pair that signed itself is verified and matched, and does not pass")
  func selfSigned() throws {
    let appliance = try #require(world.appliance(named: "cms1a"))
    appliance.frontDoor.console().session(carryingOut: [
      "pki selfsigned own CN:cms1.pod7.cms.lab subjectAltName:cms1a.pod7.cms.lab,pod7.cms.lab,"
        + "conf.pod7.cms.lab,join.pod7.cms.lab"
    ]).start(on: TextScreen())
    let made = try #require(appliance.files.map(\.name).first { $0.hasPrefix("own.c") })
    let certificate = try bytes(made, of: world, on: "cms1a")
    let key = try bytes("own.key", of: world, on: "cms1a")
    try put(key, Place("cms1a", "cms1a.key", []))
    for name in ["cms1a.cer", "cmslab-root-ca.cer", "cms1a-fullchain.cer"] {
      try put(certificate, Place("cms1a", name, []))
    }
    try put(certificate, Place("pc1", "cms1a.cer", []))
    #expect(open == Self.uploads.union(Self.ofTheKey))
  }

  @Test("a bundle in any wrong order, or with a certificate twice, does not pass")
  func order() throws {
    let three = try ["cms1a", "cms1b", "cms1c"].map { try bytes("\($0).cer", of: world, on: $0) }
    let root = try bytes("cmslab-root-ca.cer", of: world, on: "pc1")
    let bundles = Self.places.filter { $0.name == "cms1abc.cer" }
    for order in [
      [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [0, 1], [0, 1, 2, 2],
    ] {
      for bundle in bundles { try put(order.flatMap { three[$0] }, bundle) }
      #expect(open == Self.uploads.union(["bundle"]))
    }
    for bundle in bundles { try put(three.flatMap(\.self), bundle) }
    for (index, server) in ["cms1a", "cms1b", "cms1c"].enumerated() {
      let chains = Self.places.filter { $0.name == "\(server)-fullchain.cer" }
      let tasks = chains.reduce(into: Set<String>()) { $0.formUnion($1.tasks) }
      let own = three[index]
      for wrong in [root + own, own, own + root + root, own + own + root, root] {
        for chain in chains { try put(wrong, chain) }
        #expect(open == tasks, "\(server)")
      }
      for chain in chains { try put(own + root, chain) }
    }
    #expect(open == [])
  }
}
