// dl_iterate_phdr and the functions of malloc.h are extensions of the GNU C library.
#define _GNU_SOURCE
#include "CHost.h"

#include <limits.h>
#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/resource.h>

static const uintptr_t page = 4096;

long chost_raise_descriptor_limit(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return LONG_MAX;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  getrlimit(RLIMIT_NOFILE, &limit);
  return limit.rlim_cur < LONG_MAX ? (long)limit.rlim_cur : LONG_MAX;
}

// On Linux 0 is the calling thread, not the process.
void chost_yield_to_others(int niceness) { setpriority(PRIO_PROCESS, 0, niceness); }

void chost_release_stack(void) {
  // Below this frame stands what madvise itself needs.
  const uintptr_t needed = 512, depth = 256 << 10;
  uintptr_t used = ((uintptr_t)__builtin_frame_address(0) - needed) & ~(page - 1);
  madvise((void *)(used - depth), depth, MADV_DONTNEED);
}

static int release(struct dl_phdr_info *object, size_t size, void *context) {
  for (int i = 0; i < object->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
    if (segment->p_type != PT_LOAD || segment->p_flags & PF_W) continue;
    uintptr_t start = (object->dlpi_addr + segment->p_vaddr) & ~(page - 1);
    uintptr_t end = object->dlpi_addr + segment->p_vaddr + segment->p_memsz;
    madvise((void *)start, end - start, MADV_DONTNEED);
  }
  return 0;
}

void chost_release_code(void) { dl_iterate_phdr(release, NULL); }

void chost_limit_pools(int count) { mallopt(M_ARENA_MAX, count); }

void chost_trim_memory(void) { malloc_trim(0); }
