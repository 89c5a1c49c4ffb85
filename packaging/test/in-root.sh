#!/bin/sh
# What test.sh does within the bare Debian.
set -eu
cd /test
. ./tree.sh

step() { printf '%4ss  %s\n' "$(($(date +%s) - begin))" "$*"; }
quiet() { "$@" > /test/log 2>&1 || { cat /test/log; echo "failed: $*"; exit 1; }; }
fetch() { quiet apt-get install -q -y --no-install-recommends "$@"; }
remove() { quiet apt-get purge -q -y --autoremove mmp; }
begin=$(date +%s)

quiet apt-get update -q
list_tree > before
step "the package, in a Debian with nothing else"
fetch ./*.deb
sh ./use.sh
sh ./archive.sh
remove
list_tree > after
diff before after || { echo "the package left a trace"; exit 1; }

step "what needs man, shells and systemd"
fetch man-db bash-completion zsh fish systemd
list_tree > before
fetch ./*.deb
sh ./manual.sh
sh ./shells.sh
sh ./unit.sh
remove
list_tree > after
diff before after || { echo "the package left a trace"; exit 1; }
step "removed without a trace; the service in a Debian that boots"
fetch ./*.deb openssh-client sshpass
cp service.sh /usr/local/bin/
cp service-test.service /etc/systemd/system/
systemctl enable --quiet service-test.service
