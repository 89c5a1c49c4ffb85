"""Passwords and names with a zero byte in them, which nobody has: all are refused."""

import logging
import sys

import paramiko

port = int(sys.argv[1])
# Refusals that are expected here.
logging.disable()


def attempt(user, password, method):
    transport = paramiko.Transport(("127.0.0.1", port))
    transport.banner_timeout = transport.auth_timeout = 120
    transport.start_client(timeout=120)
    try:
        if method == "password":
            transport.auth_password(user, password, fallback=False)
        else:
            transport.auth_interactive(user, lambda *question: [password] * len(question[2]))
        return "let in"
    except paramiko.AuthenticationException:
        return "refused"
    finally:
        transport.close()


for method in "password", "keyboard-interactive":
    for user, password in [
        ("admin", "c1sco123"),
        ("admin", "c1sco123\0xyz"),
        ("admin", "c1sco123\0"),
        ("admin\0x", "c1sco123"),
        ("admin\0", "c1sco123"),
    ]:
        print(method, repr(user), repr(password), attempt(user, password, method))
