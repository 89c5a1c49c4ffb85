# Every page renders without a complaint, and what it shows is as it says.
set -eu
for page in /usr/share/man/man1/mmp*.1.gz; do
  name=$(basename "$page" .1.gz)
  complaints=$(man --warnings -P cat "$name" 2>&1 > /test/page)
  test -z "$complaints" || { echo "$name: $complaints"; exit 1; }
  test "$(whatis "$name" | wc -l)" = 1 || { echo "$name: no whatis"; exit 1; }
done

# The displays after a line  session: transcripts;  typed: into the lab;  run: by a shell.
mkdir displays
for page in man/*.1; do
  awk -v name="displays/$(basename "$page" .1)" '
    /^\.\\" (session|typed|run)$/ { file = name "-" ++count "." $2; next }
    file && /^\.Bd/ { inside = 1; next }
    /^\.Ed/ { inside = 0; file = "" }
    inside { print > file }' "$page"
done
for session in displays/*.session; do
  mmp test "$session" > log 2>&1 || { cat log; exit 1; }
done
for lines in displays/*.typed; do
  mmp lab < "$lines" > log
  for answer in "Certificate verified against CA bundle" "Matching certificate and private key"; do
    grep -q "$answer" log || { cat log; echo "$lines: no $answer"; exit 1; }
  done
done
for script in displays/*.run; do
  (cd "$(mktemp -d)" && sh -e "/test/$script") > log 2>&1 || { cat log; echo "$script"; exit 1; }
done
