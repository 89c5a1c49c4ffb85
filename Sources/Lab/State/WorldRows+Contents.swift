import Appliance
import Journal
package import Store
import Time

extension WorldRows {
  /// A world's contents as a state file has them.
  package init(_ contents: WorldContents) {
    let appliances = contents.appliances.sorted { $0.key < $1.key }
    var names = Set(appliances.map(\.key))
    // An appliance may have any name.
    func free(_ name: String) -> String {
      var name = name
      while !names.insert(name).inserted { name += "." }
      return name
    }
    self.init(
      machines: appliances.map { name, machine in
        Machine(name: name, kind: .appliance, machine)
      } + [
        Machine(name: free("pc1"), kind: .workstation, contents.workstation),
        Machine(
          name: free("authority"), kind: .authority,
          WorldContents.Machine(files: contents.authority)),
        Machine(
          name: free("webserver"), kind: .webServer,
          WorldContents.Machine(files: contents.webServer)),
      ],
      accounts: contents.accounts.map {
        AccountRow(name: $0.name, password: $0.password, role: $0.role.rawValue)
      },
      requests: contents.requests.map(RequestRow.init))
  }
}

extension WorldRows.Machine {
  fileprivate init(name: String, kind: MachineRow.Kind, _ machine: WorldContents.Machine) {
    self.init(
      name: name, kind: kind,
      files: machine.files.map {
        FileRow(
          name: $0.name, contents: $0.contents, modified: Int64($0.modified ?? 0), mode: $0.mode)
      },
      settings: machine.settings)
  }
}

extension WorldContents {
  /// What a state file has of a world. Roles that are not known log in to nothing.
  package init(_ rows: WorldRows) {
    func machine(_ kind: MachineRow.Kind) -> Machine {
      rows.machines.first { $0.kind == kind }.map(Machine.init) ?? Machine()
    }
    self.init(
      appliances: Dictionary(
        rows.machines.filter { $0.kind == .appliance }.map { ($0.name, Machine($0)) },
        uniquingKeysWith: { first, _ in first }),
      workstation: machine(.workstation), authority: machine(.authority).files,
      webServer: machine(.webServer).files,
      accounts: rows.accounts.compactMap { row in
        Role(rawValue: row.role).map {
          Account(name: row.name, password: row.password, role: $0)
        }
      },
      requests: rows.requests.compactMap(KeptRequest.init))
  }
}

extension WorldContents.Machine {
  fileprivate init(_ machine: WorldRows.Machine) {
    self.init(
      files: machine.files.map {
        WorldContents.File(
          name: $0.name, contents: $0.contents, modified: UnixTime($0.modified), mode: $0.mode)
      }, settings: machine.settings)
  }
}

extension RequestRow {
  /// A decided request as a row.
  init(_ request: KeptRequest) {
    switch request.outcome {
    case .issued(let der):
      self.init(
        id: Int(request.id), template: request.template, who: request.who,
        outcome: "issued", certificate: der)
    case .denied(let reason, let detail):
      self.init(
        id: Int(request.id), template: request.template, who: request.who,
        outcome: "denied", reason: reason, detail: detail)
    }
  }
}

extension KeptRequest {
  /// The request of a row; nil if it is none.
  init?(_ row: RequestRow) {
    guard let id = UInt32(exactly: row.id) else { return nil }
    let outcome: Outcome
    switch (row.outcome, row.certificate) {
    case ("issued", let der?): outcome = .issued(der)
    case ("denied", _): outcome = .denied(reason: row.reason ?? "", detail: row.detail)
    default: return nil
    }
    self.init(
      id: id, template: row.template, who: row.who, outcome: outcome)
  }
}
