# list_tree: every file of the system with owner, rights and content, but the books of dpkg, apt and
# man, and what does not outlive a start.
list_tree() {
  # shellcheck disable=SC2046
  find / -xdev $(pruned) ! -type d -printf '%M %u %g %p %l\n' \
    -o -printf '%M %u %g %p\n' | sort -k 4
  # shellcheck disable=SC2046
  find / -xdev $(pruned /var/lib/dpkg /var/cache/ldconfig /var/cache/debconf /etc/ld.so.cache) \
    -type f -print0 | sort -z | xargs -0 sha256sum
}

# pruned PATH...: what find shall pass over, these too.
pruned() {
  for path in /proc /sys /dev /run /test /tmp /var/cache/apt /var/cache/man /var/lib/apt /var/log "$@"; do
    printf '%s ' -path "$path" -prune -o
  done
}
