#!/bin/sh
# Makes the archive of what stage.sh laid out: the same bytes for the same program and commit.
# tarball.sh WORK
set -eu
umask 022
work=$1
packaging=$(dirname "$0")
name=mmp-$("$packaging/version.sh")-linux-$(uname -m)
folder=$work/tarball/$name

rm -rf "$work/tarball"
mkdir -p "$folder/LICENSES"
cp -a "$work/tree/usr/." "$folder/"
mv "$folder/share/zsh/vendor-completions" "$folder/share/zsh/site-functions"
cp "$packaging/debian/mmp.service" "$packaging/debian/mmp.default" "$folder/share/doc/mmp/examples/"
sed "s/@NAME@/$name/g" "$packaging/tarball/INSTALL" > "$folder/INSTALL"

linked=$("$packaging/linked.sh" "$folder/bin/mmp")
{
  cat "$packaging/copyright"
  printf '\nEach is in a file of this folder; those are Debian'"'"'s of these versions:\n\n'
  dpkg-query -W -f '  ${source:Package} ${source:Version}\n' $linked | sort -u
} > "$folder/LICENSES/README"
for package in $linked; do
  cp "/usr/share/doc/$package/copyright" \
    "$folder/LICENSES/$(dpkg-query -W -f '${source:Package}' "$package")"
done
# Those that are referred to where Debian has them.
for licence in Apache-2.0 GPL-3 LGPL-2.1; do
  cp "/usr/share/common-licenses/$licence" "$folder/LICENSES/"
done
chmod -R a+rX,u+w,go-w "$folder"

rm -f "$work"/*.tar.gz
tar --create --directory "$work/tarball" --sort=name --format=gnu --owner=0 --group=0 \
  --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" "$name" | gzip --no-name --best \
  > "$work/$name.tar.gz"
