#!/bin/sh
# Checksums of all that was made. sums.sh WORK
set -eu
cd "$1"
sha256sum $(find . -maxdepth 1 \( -name '*.deb' -o -name '*.tar.gz' \) -printf '%P\n' | sort) \
  > SHA256SUMS
ls -l --block-size=1000 $(cut -c 67- SHA256SUMS) | awk '{ print $9, $5 / 1000, "MB" }'
