/// What a list of snapshots says of one.
public struct SnapshotNote: Sendable, Equatable {
  /// The pod it was taken of.
  public let pod: Int
  /// Its name, which only one of the pod has.
  public let name: String
  /// The number of the attempt it was taken of.
  public let attempt: Int
  /// When it was taken, in milliseconds since 1970.
  public let taken: Int64
  /// The bytes of all files in it.
  public let size: Int64
}

extension Reading {
  /// The snapshots of a pod or of all, by pod and in order of taking.
  public func snapshotNotes(of pod: Int? = nil) throws(StoreFault) -> [SnapshotNote] {
    try database.rows(
      """
      SELECT pod, attempts.name, number, begun, ifnull(sum(length(contents)), 0)
      FROM attempts LEFT JOIN machines ON machines.attempt = attempts.id
      LEFT JOIN files ON files.machine = machines.id
      WHERE attempts.name IS NOT NULL AND pod = ifnull(?, pod)
      GROUP BY attempts.id ORDER BY pod, attempts.id
      """, Value(pod.map(Int64.init))
    ) { row in
      SnapshotNote(
        pod: Int(row.number(0)), name: row.text(1), attempt: Int(row.number(2)),
        taken: row.number(3), size: row.number(4))
    }
  }
}
