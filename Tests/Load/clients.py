"""The clients that measure: load.py, which is given, a lean one in C, and OpenSSH's sftp."""

import json
import os
import subprocess
import sys
import time

from servers import PASSWORD, PROMPT, USER


class LoadGenerator:
    """load.py, run as a process of its own."""

    def __init__(self, path, folder):
        self.path, self.folder = path, folder

    def arguments(self, server, options):
        words = [sys.executable, self.path, "--port", server.port, "--user", USER,
                 "--password", PASSWORD, "--auth", "password", "--prompt", PROMPT + r"\Z",
                 "--kex", "curve25519-sha256", "--timeout", 120]
        # What OpenSSH and PuTTY choose; asyncssh alone would rather have RSA, which libssh copies
        # for each session.
        words += ["--hostkey", options.pop("hostkey", "ssh-ed25519")]
        if server.process:
            words += ["--pid", server.pid]
        for name, value in options.items():
            for each in value if isinstance(value, list) else [value]:
                words += ["--" + name.replace("_", "-"), each]
        return [str(word) for word in words]

    def run(self, server, **options):
        result = subprocess.run(
            self.arguments(server, options), check=True, stdout=subprocess.PIPE, text=True)
        return json.loads(result.stdout)

    def start_runs(self, server, runs):
        """Starts a server several times, and lets it be idle for half a second."""
        return self.run(
            server, spawn=" ".join(map(str, server.command)), spawn_runs=runs, idle_s=0.5,
            sessions=0, spawn_log=server.log)["start"]

    def beside(self, server, niceness=0, **options):
        """The same, while something else is measured."""
        words = ["nice", "-n", str(niceness), *self.arguments(server, options)]
        return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class LeanClient:
    """client.c: next to nothing of what it measures is its own work."""

    def __init__(self, path):
        self.path = path

    def run(self, server, count, threads=1, commands=0, command="pki list", step=0,
            doors=None):
        words = [self.path, "127.0.0.1", server.port, USER, PASSWORD, PROMPT, count, threads,
                 commands, command, step, doors or count]
        result = subprocess.run(
            [str(word) for word in words], check=True, stdout=subprocess.PIPE, text=True)
        return json.loads(result.stdout)


class FileTransfer:
    """OpenSSH's sftp, which uploads a file and fetches it again."""

    def __init__(self, folder, size):
        self.folder = folder
        (folder / "up.bin").write_bytes(os.urandom(size))
        self.password = folder / "password"
        self.password.write_text(f"#!/bin/sh\necho {PASSWORD}\n")
        self.password.chmod(0o700)

    def seconds(self, server):
        begin = time.perf_counter()
        self.run(server, f"put {self.folder}/up.bin bench.bin",
                 f"get bench.bin {self.folder}/down.bin", "rm bench.bin")
        seconds = time.perf_counter() - begin
        self.check()
        return seconds

    def run(self, server, *lines):
        """Has sftp carry out those lines."""
        batch = self.folder / "batch"
        batch.write_text("".join(line + "\n" for line in lines))
        environment = dict(os.environ, SSH_ASKPASS=str(self.password), SSH_ASKPASS_REQUIRE="force")
        # A password asked for by a program: with -b alone sftp would ask for none.
        words = ["sftp", "-q", "-F", "none", "-o", "BatchMode=no", "-o", "StrictHostKeyChecking=no",
                 "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR",
                 "-o", "PubkeyAuthentication=no", "-o", "KexAlgorithms=curve25519-sha256",
                 "-P", str(server.port), "-b", str(batch), f"{USER}@127.0.0.1"]
        subprocess.run(words, check=True, env=environment, stdout=subprocess.DEVNULL)

    def check(self):
        up, down = (self.folder / name for name in ("up.bin", "down.bin"))
        if up.read_bytes() != down.read_bytes():
            raise SystemExit("bench-serve: sftp fetched something else than it uploaded")
        down.unlink()
