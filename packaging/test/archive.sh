# The archive runs wherever it is unpacked.
set -eu
folder=$(mktemp -d)
tar --extract --gzip --directory "$folder" --file /test/*.tar.gz
cd "$folder"/mmp-*
printf 'pki selfsigned ca\nexit\n' | bin/mmp | grep -q "Created key file ca.key and certificate ca.crt"
bin/mmp test share/doc/mmp > /test/said 2>&1 || { cat /test/said; exit 1; }
if ldd bin/mmp | grep "not found"; then exit 1; fi
test -e share/man/man1/mmp.1
test -e LICENSES/LGPL-2.1
rm -r "$folder"
