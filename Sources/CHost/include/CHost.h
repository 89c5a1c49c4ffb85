#ifndef CHOST_H
#define CHOST_H

// What the gateway asks of the host, and Swift's view of the C library leaves out.

/// Lets the process have as many descriptors as it may; how many that is.
long chost_raise_descriptor_limit(void);

/// Puts the calling thread behind others when processors are short.
void chost_yield_to_others(int niceness);

/// Gives back the pages of stack, up to 256 KiB, that calls deeper than this one have used. The
/// caller must be near the top of a stack of at least a megabyte.
void chost_release_stack(void);

/// Gives back the pages of code and constants that have been looked at, for the system to bring in
/// again when they are needed.
void chost_release_code(void);

/// Has all threads share that many pools of memory. With a pool for every few threads, as is usual,
/// each keeps what a busy moment left in it.
void chost_limit_pools(int count);

/// Gives memory that was freed back to the system.
void chost_trim_memory(void);

/// A descriptor of what tells how much memory the process takes; -1 if there is none.
int chost_open_memory(void);

/// The bytes of memory the process takes now; 0 if the system does not tell.
long chost_resident_memory(int memory);

/// The bytes of memory there are for the process: the machine's, or less if its control groups allow
/// less.
long chost_available_memory(void);

#endif
