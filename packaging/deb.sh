#!/bin/sh
# Makes the Debian package of what stage.sh laid out, and has lintian look at it. deb.sh WORK
set -eu
umask 022
work=$1
packaging=$(dirname "$0")
version=$("$packaging/version.sh")
source=$work/deb/mmp-$version

rm -rf "$work/deb"
mkdir -p "$source"
cp -r "$packaging/debian" "$source/debian"
cp -a "$work/tree" "$source/tree"

linked=$("$packaging/linked.sh" "$work/tree/usr/bin/mmp")
dpkg-query -W -f '${source:Package} (= ${source:Version})\n' $linked | sort -u | paste -sd, \
  | sed 's/,/, /g' > "$source/debian/built-using"
{
  cat "$packaging/copyright"
  # Packages of one source have one notice.
  dpkg-query -W -f '${source:Package} ${source:Version} ${Package}\n' $linked | sort -u -k 1,1 \
    | while read -r source_package source_version package; do
      printf '\n\n==== %s %s\n\n' "$source_package" "$source_version"
      cat "/usr/share/doc/$package/copyright"
    done
} > "$source/debian/copyright"
cat > "$source/debian/changelog" <<END
mmp ($version) bookworm; urgency=medium

  * Release $version.

 -- $(sed -n 's/^Maintainer: //p' "$packaging/debian/control")  $(date -u -R -d "@$SOURCE_DATE_EPOCH")
END

(cd "$source" && dpkg-buildpackage --build=binary --no-sign --no-check-builddeps > ../log 2>&1) \
  || { cat "$work/deb/log"; exit 1; }
lintian --fail-on error,warning --allow-root "$work"/deb/*.changes
rm -f "$work"/*.deb
mv "$work"/deb/*.deb "$work/"
