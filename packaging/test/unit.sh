# The service is sound, guarded, and off.
set -eu
unit=/lib/systemd/system/mmp.service
complaints=$(systemd-analyze verify --man=yes "$unit" 2>&1) || true
test -z "$complaints" || { echo "$complaints"; exit 1; }
# In tenths: 2.0.
systemd-analyze security --offline=true --threshold=20 --no-pager "$unit" | grep Overall
test "$(systemctl is-enabled mmp.service)" = disabled
