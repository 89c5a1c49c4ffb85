#ifndef CWORLDS_H
#define CWORLDS_H

#include <stddef.h>

/// A file that is part of the program. It is there as long as the program runs.
struct cworlds_file {
  /// Its name without `.yaml` or `.txt`.
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

/// The world of the lab page.
struct cworlds_file cworlds_pod7(void);

/// What the lab page adds to it by its end.
struct cworlds_file cworlds_page_done(void);

/// The private keys of ready-made hosts and authorities.
struct cworlds_file cworlds_keys(void);

/// The lines that make each error appear.
struct cworlds_file cworlds_demonstrations(void);

/// How many scenarios there are.
size_t cworlds_scenario_count(void);

/// A scenario by its number from 0, in the order in which they are best met.
struct cworlds_file cworlds_scenario(size_t number);

/// How many sets of tasks there are.
size_t cworlds_task_set_count(void);

/// A set of tasks by its number from 0, in the order in which they are listed.
struct cworlds_file cworlds_task_set(size_t number);

#endif
