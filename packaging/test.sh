#!/bin/sh
# Installs the package in a bare Debian 12, uses it, and removes it. Needs root and a Debian mirror.
# test.sh WORK
set -eu
test "$(id -u)" = 0 || exec sudo --preserve-env=MIRROR "$0" "$@"
work=$(realpath "$1")
packaging=$(realpath "$(dirname "$0")")
mirror=${MIRROR:-http://deb.debian.org/debian}
root=$work/root

if [ ! -e "$work/bare.tar" ]; then
  rm -rf --one-file-system "$root"
  debootstrap --variant=minbase bookworm "$root" "$mirror" > "$work/debootstrap.log" 2>&1 \
    || { tail "$work/debootstrap.log"; exit 1; }
  tar --create --directory "$root" --file "$work/bare.tar.new" --one-file-system .
  mv "$work/bare.tar.new" "$work/bare.tar"
fi
rm -rf --one-file-system "$root"
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

# The network is its own: the ports may be taken here.
container="--quiet --register=no --keep-unit --private-network -D $root"
# A machine that is a container itself may not let others boot.
if systemd-nspawn $container true > /dev/null 2>&1; then
  timeout 120 systemd-nspawn $container --boot \
    < /dev/null > "$work/boot.log" 2>&1 || { cat "$work/boot.log"; exit 1; }
  test "$(cat "$root/test/service.status")" = 0 || { cat "$root/test/service.log"; exit 1; }
  echo "       the service started, let a client in and went with the package"
else
  echo "       not tried: systemd-nspawn cannot start a container here"
fi
rm -rf --one-file-system "$root"
