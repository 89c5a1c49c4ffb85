# Every page renders without a complaint, and its sessions are as it says.
set -eu
for page in /usr/share/man/man1/mmp*.1.gz; do
  name=$(basename "$page" .1.gz)
  complaints=$(man --warnings -P cat "$name" 2>&1 > /test/page)
  test -z "$complaints" || { echo "$name: $complaints"; exit 1; }
  test "$(whatis "$name" | wc -l)" = 1
  # Blocks of the source after a line "session": sessions, in one transcript a block.
  zcat "$page" | awk -v name="/test/$name" '
    /^\.\\" session/ { file = name "-" ++count ".session.txt"; next }
    file && /^\.Bd/ { inside = 1; next }
    /^\.Ed/ { inside = 0; file = "" }
    inside { gsub(/\\e/, "\\"); gsub(/\\&/, ""); print > file }'
done
mmp test /test/*.session.txt > /test/said 2>&1 || { cat /test/said; exit 1; }
