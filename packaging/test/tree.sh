# list_tree: every file of the system with owner, rights and content, but dpkg's and apt's own books
# and what is made anew from others.
list_tree() {
  find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /test -o -path /tmp \
    -o -path /var/cache/apt -o -path /var/lib/apt -o -path /var/log \) -prune -o \
    ! -type d -printf '%M %u %g %p %l\n' -o -printf '%M %u %g %p\n' | sort -k 4
  find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /test -o -path /tmp \
    -o -path /var/cache -o -path /var/lib/apt -o -path /var/lib/dpkg -o -path /var/log \
    -o -path /etc/ld.so.cache \) -prune -o -type f -print0 \
    | sort -z | xargs -0 sha256sum
}
