"""Does what no client should, each time on a connection of its own, and expects to be put out."""

import logging
import socket
import struct
import sys
import time

import paramiko

HERE = ("127.0.0.1", int(sys.argv[1]))
# Ends of connections that are expected here.
logging.disable()


def connect(logged_in=True):
    transport = paramiko.Transport(HERE)
    transport.banner_timeout = transport.auth_timeout = 120
    transport.start_client(timeout=120)
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
    channel = transport.open_session(timeout=120)
    piece = bytes(32_000)
    until_closed(lambda: send(transport, 94, channel.remote_chanid, piece))
    put_out(transport)


def slow_keys():
    """Recalls a long line again and again, and is gone before the end."""
    transport = connect()
    channel = transport.open_session(timeout=120)
    channel.get_pty()
    channel.invoke_shell()
    channel.sendall(b"x" * 16_000 + b"\r" + b"\x10\x0e\x0c" * 40_000)
    transport.close()


def text(field):
    return struct.pack(">I", len(field)) + field


def packet(body):
    """A packet as it is before there are keys."""
    padding = 8 - (len(body) + 5) % 8 + 8
    return struct.pack(">IB", len(body) + padding + 1, padding) + body + bytes(padding)


def slipped_in():
    """Packets between those of a strict key exchange, as somebody on the way could put there."""
    lists = (b"curve25519-sha256,kex-strict-c-v00@openssh.com", b"ssh-ed25519", b"aes128-ctr",
             b"aes128-ctr", b"hmac-sha2-256", b"hmac-sha2-256", b"none", b"none", b"", b"")
    begin = packet(b"\x14" + bytes(16) + b"".join(map(text, lists)) + bytes(5))
    ignore = packet(b"\x02" + text(b"x"))
    public_key = packet(b"\x1e" + text(b"\x09" + bytes(31)))
    for packets in (begin + ignore, ignore + begin):
        with socket.create_connection(HERE, timeout=120) as client:
            client.sendall(b"SSH-2.0-x\r\n" + packets + public_key)
            answer = b""
            try:
                while piece := client.recv(4096):
                    answer += piece
            except ConnectionResetError:
                pass
            # Offered, but nothing signed with it.
            assert answer.count(b"ssh-ed25519") < 2, answer


for attack in (
    packets_too_small,
    channel_before_login,
    endless_login,
    beyond_the_window,
    slow_keys,
    slipped_in,
):
    attack()
print("done")
