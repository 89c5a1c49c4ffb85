# What a booted Debian says of the service: it is off, runs guarded, outlives an upgrade, and goes with
# the package.
login() { sshpass -p "$1" ssh -o StrictHostKeyChecking=no -p "$2" admin@127.0.0.1 "$3"; }
main_process() { systemctl show --property MainPID --value mmp; }
until_open() { timeout 10 sh -c "until ssh-keyscan -p $1 127.0.0.1 2>&1 | grep -q ed25519; do sleep 0.1; done"; }

test "$(systemctl is-enabled mmp)" = disabled
test "$(systemctl is-active mmp)" = inactive

systemctl start mmp
until_open 2201
login c1sco123 2201 "pki csr cms1a CN:cms1.pod7.cms.lab" | grep "Created key file cms1a.key"
journalctl -u mmp | grep "cms1c  2203"
grep "CapEff:.0000000000000000" "/proc/$(pidof mmp)/status"
test "$(stat -c %U "/proc/$(pidof mmp)")" != root

before=$(main_process)
dpkg --install /test/*.deb
test "$(main_process)" = "$before"
login c1sco123 2201 "pki list" | grep cms1a.key

# As /etc/default/mmp proposes for a class.
echo other1word | install -D -m 600 /dev/stdin /etc/credstore/mmp.password
sed -i -e '/^MMP_OPTIONS/d' -e 's/^#MMP_OPTIONS/MMP_OPTIONS/' /etc/default/mmp
systemctl restart mmp
until_open 2272
login other1word 2272 "pki list" | grep cms1c.cer

# A class that is kept is led by root.
state=/var/lib/mmp/class.mmp
sed -i "s|^MMP_OPTIONS=.*|MMP_OPTIONS=\"--pods 2 --state $state\"|" /etc/default/mmp
systemctl restart mmp
until_open 2205
mmp class status --state $state | grep "^2"
test -z "$(mmp class status --state $state | grep "Nobody serves")"
mmp class reset --state $state 9 2>&1 | grep "there are pods 1 to 2"

apt-get purge -q -y mmp
test -z "$(pidof mmp)"
test -z "$(ls /var/lib/private)"
