// dl_iterate_phdr and the functions of malloc.h are extensions of the GNU C library.
#define _GNU_SOURCE
#include "CHost.h"

#include <fcntl.h>
#include <limits.h>
#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

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

int chost_open_memory(void) { return open("/proc/self/statm", O_RDONLY | O_CLOEXEC); }

long chost_resident_memory(int memory) {
  long resident = 0;
  char text[256];
  ssize_t count = pread(memory, text, sizeof text - 1, 0);
  if (count <= 0) return 0;
  text[count] = 0;
  if (sscanf(text, "%*s %ld", &resident) != 1) return 0;
  return resident * sysconf(_SC_PAGESIZE);
}

/// The number in a file, if it is smaller; a file that is not there, or says "max", has none.
static long smaller(long size, const char *path) {
  long limit;
  FILE *file = fopen(path, "re");
  if (!file) return size;
  if (fscanf(file, "%ld", &limit) == 1 && limit > 0 && limit < size) size = limit;
  fclose(file);
  return size;
}

long chost_available_memory(void) {
  long size = sysconf(_SC_PHYS_PAGES) * sysconf(_SC_PAGESIZE);
  size = smaller(size, "/sys/fs/cgroup/memory/memory.limit_in_bytes");
  FILE *file = fopen("/proc/self/cgroup", "re");
  if (!file) return size;
  char line[1024], path[1200];
  while (fgets(line, sizeof line, file)) {
    if (strncmp(line, "0::/", 4) != 0) continue;
    char *group = line + 3;
    group[strcspn(group, "\n")] = 0;
    // The group's own limit, and those of all it lies in.
    for (char *end = group + strlen(group); end; end = strrchr(group, '/')) {
      *end = 0;
      snprintf(path, sizeof path, "/sys/fs/cgroup%s/memory.max", group);
      size = smaller(size, path);
    }
  }
  fclose(file);
  return size;
}
