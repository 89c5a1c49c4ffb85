/// The tables of a state file, version after version; docs/state.md explains them.
enum Schema {
  /// What leads from each version to the next, from an empty file on. What stands here stays: files
  /// of that version are out there.
  static let steps = [version1, version2, version3]

  /// The version that this program writes.
  static var version: Int { steps.count }

  /// Brings a database to the present version, all at once; an empty one gets whose it is as well.
  static func bringUp(
    _ database: Database, by steps: [String] = steps
  ) throws(StoreFault) {
    let found = try version(of: database)
    guard found >= 0 else { throw .damaged("its version is \(found)") }
    guard found <= steps.count else { throw .newer(version: found) }
    guard found < steps.count else { return }
    try database.transaction("BEGIN EXCLUSIVE") { () throws(StoreFault) in
      if found == 0 {
        try database.execute("PRAGMA application_id = \(FileHeader.applicationID)")
      }
      for step in steps[found...] { try database.execute(step) }
      try database.execute("PRAGMA user_version = \(steps.count)")
    }
  }

  /// The version of a database; 0 if it is empty.
  static func version(of database: Database) throws(StoreFault) -> Int {
    Int(try database.number("PRAGMA user_version") ?? 0)
  }

  // Numbers of attempts and machines are given once: what still has an old one finds nothing, and
  // not the work of somebody else. A file overwritten keeps its row, and thus its place.
  private static let version1 = """
    CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE pods(
      pod INTEGER PRIMARY KEY, id TEXT, last_name TEXT, first_name TEXT, email TEXT, password TEXT);
    CREATE TABLE attempts(
      id INTEGER PRIMARY KEY AUTOINCREMENT, pod INTEGER NOT NULL REFERENCES pods ON DELETE CASCADE,
      number INTEGER NOT NULL, name TEXT, begun INTEGER NOT NULL, ended INTEGER, why TEXT,
      scenario TEXT NOT NULL, world TEXT NOT NULL, release TEXT NOT NULL, clock TEXT);
    CREATE UNIQUE INDEX attempt_numbers ON attempts(pod, number) WHERE name IS NULL;
    CREATE UNIQUE INDEX snapshot_names ON attempts(pod, name) WHERE name IS NOT NULL;
    CREATE TABLE machines(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      attempt INTEGER NOT NULL REFERENCES attempts ON DELETE CASCADE,
      name TEXT NOT NULL, kind TEXT NOT NULL, UNIQUE(attempt, name));
    CREATE TABLE files(
      id INTEGER PRIMARY KEY, machine INTEGER NOT NULL REFERENCES machines ON DELETE CASCADE,
      name TEXT NOT NULL, contents BLOB, modified INTEGER NOT NULL, mode INTEGER NOT NULL,
      UNIQUE(machine, name));
    CREATE TABLE settings(
      machine INTEGER NOT NULL REFERENCES machines ON DELETE CASCADE,
      name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY(machine, name)) WITHOUT ROWID;
    CREATE TABLE accounts(
      id INTEGER PRIMARY KEY, attempt INTEGER NOT NULL REFERENCES attempts ON DELETE CASCADE,
      name TEXT NOT NULL, password TEXT NOT NULL, role TEXT NOT NULL, UNIQUE(attempt, name));
    CREATE TABLE requests(
      attempt INTEGER NOT NULL REFERENCES attempts ON DELETE CASCADE,
      id INTEGER NOT NULL, template TEXT, who TEXT, outcome TEXT NOT NULL, reason TEXT,
      detail TEXT, certificate BLOB, PRIMARY KEY(attempt, id));
    CREATE TABLE events(
      id INTEGER PRIMARY KEY, pod INTEGER NOT NULL, attempt INTEGER NOT NULL, n INTEGER NOT NULL,
      time INTEGER NOT NULL, host TEXT NOT NULL, visit INTEGER, user TEXT, event TEXT NOT NULL,
      command TEXT, error TEXT, line TEXT NOT NULL);
    CREATE INDEX events_of_pod ON events(pod, attempt);
    CREATE INDEX commands ON events(pod, attempt) WHERE command IS NOT NULL;
    CREATE INDEX errors ON events(pod, attempt, error) WHERE error IS NOT NULL;
    CREATE INDEX errors_by_time ON events(time, error, pod) WHERE error IS NOT NULL;
    """

  // Rows of no attempt are those of pods that nobody was in yet.
  private static let version2 = """
    ALTER TABLE attempts ADD COLUMN tasks TEXT;
    ALTER TABLE attempts ADD COLUMN tasks_source TEXT;
    CREATE TABLE tasks(
      attempt INTEGER REFERENCES attempts ON DELETE CASCADE, place INTEGER NOT NULL,
      task TEXT NOT NULL, title TEXT NOT NULL, points INTEGER NOT NULL, UNIQUE(attempt, task));
    CREATE TABLE passes(
      attempt INTEGER NOT NULL REFERENCES attempts ON DELETE CASCADE, task TEXT NOT NULL,
      seen TEXT NOT NULL, hints INTEGER NOT NULL, cost INTEGER NOT NULL, tries INTEGER NOT NULL,
      first INTEGER, last INTEGER, passed INTEGER, event INTEGER,
      PRIMARY KEY(attempt, task)) WITHOUT ROWID;
    CREATE VIEW grades AS
      SELECT pods.pod, pods.id, pods.last_name, pods.first_name, pods.email,
        attempts.number AS attempt, tasks.task, tasks.title,
        iif(passes.passed IS NULL, 0, max(0, tasks.points - passes.cost)) AS points,
        tasks.points AS max_points, ifnull(passes.hints, 0) AS hints,
        ifnull(passes.tries, 0) AS tries, passes.first, passes.last, passes.passed, passes.event
      FROM pods
        LEFT JOIN attempts ON attempts.pod = pods.pod AND attempts.name IS NULL
          AND attempts.ended IS NULL
        JOIN tasks ON tasks.attempt IS attempts.id
        LEFT JOIN passes ON passes.attempt = attempts.id AND passes.task = tasks.task
      ORDER BY pods.pod, tasks.place;
    """

  // What tasks are called may hang on the pod, whether somebody was in it or not. What was written
  // before for all pods that nobody was in stays so, until the class is served the next time.
  private static let version3 = """
    ALTER TABLE tasks ADD COLUMN pod INTEGER;
    DROP VIEW grades;
    CREATE VIEW grades AS
      SELECT pods.pod, pods.id, pods.last_name, pods.first_name, pods.email,
        attempts.number AS attempt, tasks.task, tasks.title,
        iif(passes.passed IS NULL, 0, max(0, tasks.points - passes.cost)) AS points,
        tasks.points AS max_points, ifnull(passes.hints, 0) AS hints,
        ifnull(passes.tries, 0) AS tries, passes.first, passes.last, passes.passed, passes.event
      FROM pods
        LEFT JOIN attempts ON attempts.pod = pods.pod AND attempts.name IS NULL
          AND attempts.ended IS NULL
        JOIN tasks ON tasks.attempt IS attempts.id AND ifnull(tasks.pod, pods.pod) = pods.pod
        LEFT JOIN passes ON passes.attempt = attempts.id AND passes.task = tasks.task
      ORDER BY pods.pod, tasks.place;
    """
}
