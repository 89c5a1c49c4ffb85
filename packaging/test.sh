#!/bin/sh
# Installs the package in a bare Debian 12, uses it, and removes it. Needs root and a Debian mirror.
# test.sh WORK
set -eu
test "$(id -u)" = 0 || exec sudo "$0" "$@"
work=$(realpath "$1")
packaging=$(realpath "$(dirname "$0")")
mirror=${MIRROR:-http://deb.debian.org/debian}
root=$work/root

if [ ! -e "$work/bare.tar" ]; then
  rm -rf "$root"
  debootstrap --variant=minbase bookworm "$root" "$mirror" > "$work/debootstrap.log" 2>&1 \
    || { tail "$work/debootstrap.log"; exit 1; }
  tar --create --directory "$root" --file "$work/bare.tar.new" --one-file-system .
  mv "$work/bare.tar.new" "$work/bare.tar"
fi
rm -rf "$root"
mkdir "$root"
tar --extract --directory "$root" --file "$work/bare.tar" --numeric-owner
cp /etc/resolv.conf "$root/etc/resolv.conf"

mkdir "$root/test"
cp -r "$work"/*.deb "$work"/*.tar.gz "$packaging"/test/* "$packaging/man" "$root/test/"
# Its mounts and processes are its own, and end with it.
# shellcheck disable=SC2016
unshare --mount --pid --fork sh -c '
  mount -t proc proc "$1/proc"
  exec env -i PATH="$PATH" TERM=xterm LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    chroot "$1" sh /test/in-root.sh' - "$root"
rm -rf "$root"
