import Appliance
import Classroom
import Gateway
import TestSupport
import Testing

@Suite("A class of pods")
struct ClassroomTests {
  @Test("who is where is known before anything is built")
  func outline() throws {
    let test = try TestClassroom(pods: 2)
    let served = try test.served()
    #expect(served.map(\.pod) == [1, 1, 1, 1, 2, 2, 2, 2])
    let hosts = ["cms1a", "cms1b", "cms1c", "pc1"]
    #expect(served.map(\.hostname) == hosts + hosts)
    #expect(served.map(\.port) == Array(2201...2208))
    #expect(served.map(\.names.first)[4] == "cms1a.pod2.cms.lab")
    #expect(served[7].names == ["pc1.pod2.cms.lab", "pc1"])
    #expect(served.allSatisfy { $0.users == ["admin"] })
    #expect(test.built.value == [] && !test.classroom.pods.contains(where: \.isBuilt))
  }

  @Test("the page's pod has the page's number")
  func pagePod() throws {
    let test = try TestClassroom()
    #expect(test.classroom.pods.map(\.number) == [7])
    #expect(try TestClassroom(yaml: "pod: 9").classroom.pods.map(\.number) == [9])
  }

  @Test("a pod is built for whoever first wants in, and once")
  func lazily() async throws {
    let test = try TestClassroom(pods: 2)
    let served = try test.served()
    let found = await withTaskGroup(of: ObjectIdentifier?.self) { group in
      for _ in 0..<8 {
        group.addTask { served[5].machine().map(ObjectIdentifier.init) }
      }
      return await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(found.count == 1 && !found.contains(nil))
    #expect(test.built.value == [2])
    #expect(test.classroom.pods.map(\.isBuilt) == [false, true])
    #expect(served[5].machine()?.name == "cms1b" && served[7].machine()?.name == "pc1")
    #expect(test.classroom.pods[1].appliance(named: "cms9") == nil)
    #expect(served[0].machine() !== served[4].machine())
    #expect(test.refused.value == [])
  }

  @Test("a pod that cannot be built lets nobody in and says so once")
  func refused() throws {
    // Names are judged as they are in pod 7.
    let test = try TestClassroom(
      pods: 2,
      yaml: "identities: {a7: {cn: a.lab}}, appliances: {cms1a: {files: [{file: a, csr: a$pod}]}}")
    let served = try test.served()
    #expect(served[0].machine() == nil && served[3].machine() == nil)
    #expect(test.refused.value == [1])
    #expect(served[4].machine() == nil)
    #expect(test.refused.value == [1, 2])
    #expect(throws: (any Error).self) { try test.classroom.pods[0].build() }
    #expect(test.built.value == [] && !test.classroom.pods[0].isBuilt)
  }

  @Test("there is a port for each, or there are none")
  func ports() throws {
    let classroom = try TestClassroom(pods: 2).classroom
    #expect(classroom.ports(from: 65_528) == 65_528...65_535)
    #expect(classroom.ports(from: 65_529) == nil)
  }

  @Test("host keys are asked for by full name, and no key is no class")
  func hostKeys() throws {
    struct NoKey: Error {}
    let classroom = try TestClassroom(pods: 1).classroom
    let key = try #require(HostKeyPair())
    var names: [String] = []
    _ = classroom.served(at: 1...4) { name in
      names.append(name)
      return key
    }
    #expect(names == ["cms1a", "cms1b", "cms1c", "pc1"].map { "\($0).pod1.cms.lab" })
    #expect(throws: NoKey.self) { try classroom.served(at: 1...3) { _ in throw NoKey() } }
  }

  @Test("each machine has a loopback address of its own")
  func ownAddresses() throws {
    let served = try TestClassroom(pods: 4).served()
    #expect(served[0].ownAddress == "127.0.1.11" && served[9].ownAddress == "127.0.1.20")
    #expect(served[10].ownAddress == "127.0.2.11" && served[11].ownAddress == "127.0.2.12")
    #expect(Set(served.map(\.ownAddress)).count == 16)
  }

  @Test(
    "what leads back to this machine only",
    arguments: [
      ("127.0.0.1", true), ("127.9.9.9", true), ("::1", true), ("0.0.0.0", false), ("::", false),
      ("10.0.0.1", false),
    ])
  func loopback(address: String, isLoopback: Bool) {
    #expect(Loopback.contains(address) == isLoopback)
  }
}
