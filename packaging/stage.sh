#!/bin/sh
# Lays out what both the package and the archive hold.
# stage.sh PROGRAM GENERATE-MANUAL TREE
set -eu
umask 022
program=$1 generate_manual=$2 tree=$3
packaging=$(dirname "$0")
version=$("$packaging/version.sh")
day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
share=$tree/usr/share
doc=$share/doc/mmp
manual=$(mktemp -d)
trap 'rm -r "$manual"' EXIT

rm -rf "$tree"
mkdir -p "$share/man/man1" "$doc/docs" "$doc/examples" "$share/fish/vendor_completions.d" \
  "$share/bash-completion/completions" "$share/zsh/vendor-completions"

install -D "$program" "$tree/usr/bin/mmp"
strip --remove-section=.comment --remove-section=.note "$tree/usr/bin/mmp"
# What is another in each build and read by none at run time: the compiler's hashes of modules, and
# the build's identity behind the head of its note. strip would take RELRO away with the sections.
blank() {
  readelf --section-headers --wide "$tree/usr/bin/mmp" | sed 's/^ *\[ *[0-9]*\] *//' \
    | while read -r name _ _ offset size _; do
      test "$name" = "$1" || continue
      dd if=/dev/zero of="$tree/usr/bin/mmp" bs=1 conv=notrunc status=none \
        seek="$((0x$offset + $2))" count="$((0x$size - $2))"
    done
}
blank .swift_modhash 0
blank .note.gnu.build-id 16

"$generate_manual" "$program" --multi-page --date "$day" --output-directory "$manual"
python3 -B "$packaging/man/pages.py" "$program" "$manual" "$version" "$day" "$share/man/man1"

# Bash reads it; nobody runs it.
"$program" --generate-completion-script bash | sed '1{/^#!/d}' \
  > "$share/bash-completion/completions/mmp"
"$program" --generate-completion-script zsh > "$share/zsh/vendor-completions/_mmp"
"$program" --generate-completion-script fish > "$share/fish/vendor_completions.d/mmp.fish"

# Links within the documents hold where these lie.
for page in README.md docs/*.md; do
  sed -e 's|Sources/Lab/Resources/|examples/|g' -e 's|fixtures/|examples/|g' \
    -e 's|(LICENSE)|(copyright)|' "$page" > "$doc/$page"
done
cp "$packaging/copyright" "$doc/"
cp Sources/Lab/Resources/*.yaml "$doc/examples/"
cp -r fixtures/scenarios fixtures/tasks fixtures/transcripts fixtures/files "$doc/examples/"

(cd "$doc" && for page in README.md docs/*.md; do
  grep -o '](\.*[^):#]*[)#]' "$page" | sed 's/^](//; s/[)#]$//' | while read -r link; do
    test -z "$link" || test -e "$(dirname "$page")/$link" || { echo "$page: no $link"; exit 1; }
  done
done)

chmod -R a+rX,u+w,go-w "$tree"
