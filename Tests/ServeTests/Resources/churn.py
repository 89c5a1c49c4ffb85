"""Opens channels as fast as others are closed, on several connections."""

import logging
import sys
import threading

import paramiko

HERE = ("127.0.0.1", int(sys.argv[1]))
failures = []
# Refusals that are expected here.
logging.disable()


def refused(request):
    try:
        request()
    except paramiko.SSHException:
        return
    raise AssertionError("granted")


def churn():
    transport = paramiko.Transport(HERE)
    transport.banner_timeout = transport.auth_timeout = 120
    transport.start_client(timeout=120)
    transport.auth_password("admin", "c1sco123")
    for _ in range(25):
        # Each assignment closes the channel before while the next request is on its way.
        channel = transport.open_session(timeout=120)
        channel.settimeout(120)
        channel.exec_command("hostname")
        text = b"".join(iter(lambda: channel.recv(4096), b""))
        assert text == b"cms1a\n", text
        channel = transport.open_session(timeout=120)
        refused(lambda: channel.invoke_subsystem("netconf"))
        refused(lambda: transport.open_channel("direct-tcpip", HERE, HERE, timeout=120))
        channel = transport.open_session(timeout=120)
        channel.settimeout(120)
        channel.invoke_shell()
        channel.recv(10)
        channel.send(b"exit\n")
        while channel.recv(4096):
            pass
    transport.close()


def run():
    try:
        churn()
    except Exception as error:
        failures.append(repr(error))


threads = [threading.Thread(target=run) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert not failures, failures
print("done")
