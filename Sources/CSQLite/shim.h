#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <sqlite3.h>
#include <sys/vfs.h>

// SQLITE_TRANSIENT is a cast that Swift does not see: the library keeps copies of its own.

static inline int csqlite_bind_text(sqlite3_stmt *s, int i, const char *bytes, int count) {
  return sqlite3_bind_text(s, i, bytes, count, SQLITE_TRANSIENT);
}

static inline int csqlite_bind_blob(sqlite3_stmt *s, int i, const void *bytes, int count) {
  return sqlite3_bind_blob(s, i, bytes, count, SQLITE_TRANSIENT);
}

// A function with an open end, and constants that are sums.

static inline void csqlite_defend(sqlite3 *db) {
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
}

// Why the system refused to write last, which SQLite itself does not tell: the error of what is beside
// the database, or of the database.
static inline int csqlite_last_errno(sqlite3 *db) {
  const int files[] = {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER};
  for (int i = 0; i < 2; i++) {
    sqlite3_file *file = 0;
    int error = 0;
    if (sqlite3_file_control(db, "main", files[i], &file) != SQLITE_OK) continue;
    if (!file || !file->pMethods) continue;
    file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
    if (error) return error;
  }
  return 0;
}

// The kind of file system that a file is on, as Linux numbers them, which Swift's view of the C
// library leaves out; 0 if it does not tell.
static inline unsigned csqlite_file_system(int descriptor) {
  struct statfs status;
  return fstatfs(descriptor, &status) == 0 ? (unsigned)status.f_type : 0;
}

static const int csqlite_constraint_unique = SQLITE_CONSTRAINT_UNIQUE;
static const int csqlite_constraint_primary_key = SQLITE_CONSTRAINT_PRIMARYKEY;
static const int csqlite_ioerr_lock = SQLITE_IOERR_LOCK;
static const int csqlite_ioerr_rdlock = SQLITE_IOERR_RDLOCK;
static const int csqlite_ioerr_unlock = SQLITE_IOERR_UNLOCK;
static const int csqlite_ioerr_shmopen = SQLITE_IOERR_SHMOPEN;
static const int csqlite_ioerr_shmlock = SQLITE_IOERR_SHMLOCK;
static const int csqlite_ioerr_shmmap = SQLITE_IOERR_SHMMAP;
static const int csqlite_ioerr_short_read = SQLITE_IOERR_SHORT_READ;
static const int csqlite_ioerr_corruptfs = SQLITE_IOERR_CORRUPTFS;

#endif
