"""Does what no client should, each time on a connection of its own, and expects to be put out."""

import logging
import sys
import time

import paramiko

HERE = ("127.0.0.1", int(sys.argv[1]))
# Ends of connections that are expected here.
logging.disable()


def connect(logged_in=True):
    transport = paramiko.Transport(HERE)
    transport.banner_timeout = transport.auth_timeout = 10
    transport.start_client(timeout=10)
    if logged_in:
        transport.auth_password("admin", "c1sco123")
    return transport


def send(transport, code, *fields):
    message = paramiko.Message()
    message.add_byte(bytes([code]))
    for field in fields:
        if isinstance(field, bool):
            message.add_boolean(field)
        elif isinstance(field, int):
            message.add_int(field)
        else:
            message.add_string(field)
    transport._send_message(message)


def put_out(transport):
    end = time.monotonic() + 10
    while transport.is_active():
        assert time.monotonic() < end, "still connected"
        time.sleep(0.01)
    transport.close()


def until_closed(action):
    try:
        for _ in range(200):
            action()
    except (EOFError, OSError):
        pass


def packets_too_small():
    transport = connect()
    send(transport, 90, b"session", 1, 1 << 20, 10)
    put_out(transport)


def channel_before_login():
    transport = connect(logged_in=False)
    send(transport, 90, b"session", 1, 1 << 20, 1 << 15)
    put_out(transport)


def endless_login():
    transport = connect(logged_in=False)
    request = (b"admin", b"ssh-connection", b"none")
    until_closed(lambda: send(transport, 50, *request))
    put_out(transport)


def beyond_the_window():
    transport = connect()
    channel = transport.open_session(timeout=10)
    piece = bytes(32_000)
    until_closed(lambda: send(transport, 94, channel.remote_chanid, piece))
    put_out(transport)


def slow_keys():
    """Recalls a long line again and again, and is gone before the end."""
    transport = connect()
    channel = transport.open_session(timeout=10)
    channel.get_pty()
    channel.invoke_shell()
    channel.sendall(b"x" * 16_000 + b"\r" + b"\x10\x0e\x0c" * 40_000)
    transport.close()


for attack in (
    packets_too_small,
    channel_before_login,
    endless_login,
    beyond_the_window,
    slow_keys,
):
    attack()
print("done")
