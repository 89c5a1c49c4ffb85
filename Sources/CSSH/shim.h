#ifndef CSSH_SHIM_H
#define CSSH_SHIM_H

// libssh hides its server behind this.
#define WITH_SERVER 1
#include <libssh/libssh.h>
#include <libssh/server.h>
#include <libssh/callbacks.h>

// Functions of Linux that Swift's view of the C library leaves out.
#include <malloc.h>
#include <pthread.h>
#include <sys/resource.h>

/// Starts a thread that nobody waits for; 0 if it runs.
static inline int cssh_start_thread(size_t stack_size, void *(*run)(void *), void *argument) {
  pthread_attr_t attributes;
  pthread_t thread;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, stack_size);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  int result = pthread_create(&thread, &attributes, run, argument);
  pthread_attr_destroy(&attributes);
  return result;
}

/// Puts the calling thread behind others when processors are short.
static inline void cssh_yield_to_others(int niceness) {
  // On Linux 0 is the calling thread, not the process.
  setpriority(PRIO_PROCESS, 0, niceness);
}

/// Has all threads share that many pools of memory. With a pool for every few threads, as is usual,
/// each keeps what a busy moment left in it.
static inline void cssh_limit_pools(int count) { mallopt(M_ARENA_MAX, count); }

/// Gives memory that was freed back to the system.
static inline void cssh_trim_memory(void) { malloc_trim(0); }

#endif
