# The lab page's first steps, as a user who has nothing but the program.
set -eu
as_user() { setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent "$@"; }
expect() {
  grep -qF -- "$1" /test/said || { cat /test/said; echo "not said: $1"; exit 1; }
}
cd /

as_user mmp --version > /test/said
expect "mmp $(dpkg-query -W -f '${Version}' mmp)"
expect OpenSSL

as_user mmp > /test/said <<'END'
pki csr cms-1a CN:cms1.pod7.cms.lab
pki csr cms1a CN:cms1.pod7.cms.lab subjectAltName:cms1a.pod7.cms.lab,join.pod7.cms.lab
exit
END
expect "Invalid CSR name. Must be alphanumeric"
expect "Created key file cms1a.key and CSR cms1a.csr"

as_user mmp lab > /test/said <<'END'
ssh admin@cms1a.pod7.cms.lab
c1sco123
pki csr cms1a CN:cms1.pod7.cms.lab subjectAltName:cms1a.pod7.cms.lab,pod7.cms.lab,conf.pod7.cms.lab,join.pod7.cms.lab
exit
psftp admin@cms1a.pod7.cms.lab
c1sco123
get cms1a.csr
exit
certreq -submit -username CMS\cert -p c1sco123 -policyserver "cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" -config "cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" -attrib "CertificateTemplate:ClientandServerAuthentication" cms1a.csr cms1a.cer
WGET http://10.0.224.140/certificates/cmslab-root-ca.cer
copy cms1a.cer + cmslab-root-ca.cer cms1a-fullchain.cer
psftp admin@cms1a.pod7.cms.lab
c1sco123
put cms1a.cer
put cmslab-root-ca.cer
put cms1a-fullchain.cer
exit
ssh admin@cms1a.pod7.cms.lab
c1sco123
pki verify cms1a.cer cmslab-root-ca.cer
pki match cms1a.key cms1a.cer
exit
exit
END
expect "CSR file cms1a.csr ready for download via SFTP"
expect "remote:/cms1a.csr => local:cms1a.csr"
expect "Certificate retrieved(Issued) Issued"
expect "local:/cms1a-fullchain.cer => remote:cms1a-fullchain.cer"
expect "Certificate verified against CA bundle"
expect "Matching certificate and private key"

# The examples and the documents that came with it are as it is.
as_user mmp test /usr/share/doc/mmp > /test/said 2>&1 || { cat /test/said; exit 1; }
expect ", 0 failed"

as_user timeout 2 mmp serve > /test/said || test $? = 124
expect "ssh -p 2201 admin@127.0.0.1"
