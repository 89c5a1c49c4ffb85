"""Uploads half of a file, makes sure that it arrived, and is gone without a word."""

import os
import sys

import paramiko

transport = paramiko.Transport(("127.0.0.1", int(sys.argv[1])))
transport.banner_timeout = transport.auth_timeout = 120
transport.start_client(timeout=120)
transport.auth_password("admin", "c1sco123")
sftp = paramiko.SFTPClient.from_transport(transport)
sftp.get_channel().settimeout(120)
file = sftp.open("a.cer", "w")
file.write(b"new\n" * 50_000)
assert file.stat().st_size == 200_000
os._exit(0)
