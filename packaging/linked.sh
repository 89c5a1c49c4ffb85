#!/bin/sh
# The Debian packages whose libraries are within PROGRAM, not beside it. linked.sh PROGRAM
set -eu
shared=$(ldd "$1")
while read -r package library; do
  case $shared in *"$library".so*) continue ;; esac
  if dpkg-query -W "$package" > /dev/null 2>&1; then echo "$package"; fi
done <<END
libssh-dev libssh
libedit-dev libedit
libncurses-dev libtinfo
libbsd-dev libbsd
libmd-dev libmd
libyaml-dev libyaml
libsqlite3-dev libsqlite3
zlib1g-dev libz
libstdc++-12-dev libstdc++
libgcc-12-dev libgcc_s
END
