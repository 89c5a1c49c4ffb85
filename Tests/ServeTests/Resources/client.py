"""What programs written with paramiko do, step by step; an assertion that fails ends it."""

import io
import logging
import sys

import paramiko

port = int(sys.argv[1])
PROMPT = b"cms1a> "
# Refusals that are expected here.
logging.disable()


def connect():
    transport = paramiko.Transport(("127.0.0.1", port))
    transport.banner_timeout = transport.auth_timeout = 120
    transport.start_client(timeout=120)
    return transport


def same(actual, expected):
    assert actual == expected, (actual, expected)


def read_until(channel, end):
    text = b""
    while not text.endswith(end):
        piece = channel.recv(4096)
        assert piece, text
        text += piece
    return text


def read_all(channel):
    return b"".join(iter(lambda: channel.recv(4096), b""))


def open_session(transport):
    channel = transport.open_session(timeout=120)
    channel.settimeout(120)
    return channel


def check_authentication():
    transport = connect()
    try:
        transport.auth_none("admin")
    except paramiko.BadAuthenticationType as error:
        same(set(error.allowed_types), {"publickey", "password", "keyboard-interactive"})
    try:
        transport.auth_password("admin", "wrong", fallback=False)
        raise AssertionError("let in")
    except paramiko.AuthenticationException:
        pass
    transport.auth_password("admin", "c1sco123", fallback=False)
    same(transport.is_authenticated(), True)
    transport.close()

    questions = []

    def answer(title, instructions, prompts):
        questions.append((title, instructions, prompts))
        return ["c1sco123"] * len(prompts)

    transport = connect()
    transport.auth_interactive("admin", answer)
    same(questions, [("", "", [("Please enter password: ", False)])])
    return transport


def check_commands(transport):
    channel = open_session(transport)
    channel.exec_command("hostname\nfrob")
    same(read_all(channel), b"cms1a\nUnknown command\n")
    same(channel.recv_exit_status(), 0)

    # Neither forwarding nor other subsystems.
    channel = open_session(transport)
    try:
        channel.invoke_subsystem("netconf")
        raise AssertionError("netconf")
    except paramiko.SSHException:
        pass
    try:
        transport.open_channel("direct-tcpip", ("127.0.0.1", port), ("127.0.0.1", 1), timeout=120)
        raise AssertionError("forwarded")
    except paramiko.ChannelException:
        pass


def check_shell(transport):
    channel = open_session(transport)
    channel.get_pty("vt100", 80, 24)
    channel.invoke_shell()
    same(read_until(channel, PROMPT), PROMPT)
    channel.send(b"version\r")
    same(read_until(channel, PROMPT), b"version\r\n2.9.0\r\n" + PROMPT)
    channel.resize_pty(20, 24)
    # The line has two rows now: Ctrl-A leads to the one above, behind the prompt.
    channel.send(b"x" * 14)
    same(read_until(channel, b"x" * 14), b"x" * 14)
    channel.send(b"\x01")
    same(read_until(channel, b"C"), b"\x1b[1A\x1b[6C")
    channel.send(b"\x03")
    assert b"^C\r\n" in read_until(channel, PROMPT)
    channel.send(b"exit\r")
    same(read_all(channel), b"exit\r\n")
    same(channel.recv_exit_status(), 0)


def check_files(transport):
    data = bytes(range(256)) * 1500
    sftp = paramiko.SFTPClient.from_transport(transport)
    sftp.get_channel().settimeout(120)
    same(sftp.normalize("."), "/")
    attributes = sftp.putfo(io.BytesIO(data), "a.cer")
    same(attributes.st_size, len(data))
    same(sorted(sftp.listdir()), ["a.cer", "log"])
    same(sftp.stat("a.cer").st_size, len(data))
    back = io.BytesIO()
    same(sftp.getfo("a.cer", back), len(data))
    same(back.getvalue(), data)

    with sftp.open("a.cer", "r+") as file:
        file.seek(100)
        file.write(b"changed")
    with sftp.open("a.cer") as file:
        same(file.readv([(98, 12), (0, 2)]).__next__(), data[98:100] + b"changed" + data[107:110])
    with sftp.open("a.cer", "a") as file:
        file.write(b"end")
    same(sftp.stat("a.cer").st_size, len(data) + 3)
    sftp.truncate("a.cer", 5)
    same(sftp.open("a.cer").read(), data[:5])
    sftp.utime("a.cer", (1, 1709717685))
    sftp.chmod("a.cer", 0o600)
    entry = sftp.lstat("a.cer")
    same((entry.st_mtime, entry.st_mode), (1709717685, 0o100600))

    for refused, name in [(sftp.stat, "none"), (sftp.remove, "none"), (sftp.listdir, "none")]:
        try:
            refused(name)
            raise AssertionError(name)
        except FileNotFoundError:
            pass
    try:
        sftp.open("bad name", "w")
        raise AssertionError("bad name")
    except PermissionError:
        pass
    sftp.posix_rename("a.cer", "b.cer")
    same(sorted(sftp.listdir("/")), ["b.cer", "log"])
    sftp.remove("b.cer")
    sftp.close()


transport = check_authentication()
check_commands(transport)
check_shell(transport)
check_files(transport)
transport.close()
print("done")
