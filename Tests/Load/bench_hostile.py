#!/usr/bin/env python3
"""Measures what a well-behaved trainee of `mmp serve` notices of hostile ones, one line each.

Hostile clients are nice ones (19), and what they are compared with is in the same run: as many loops
of that niceness that use the processors for nothing. It judges nothing and ends with status 0; OVER
says that a target is missed. The clients are load.py's.

  pki list, quiet           99th percentile of another pod's round trips while nobody else is there
  ... beside loops          the same beside 40 loops that do nothing with the server: the baseline.
                            This and the next are medians of five, measured in turn
  ... beside hostile ones   the same beside 40 sessions of one pod and one source that have the largest
                            bundle that is allowed verified and shown, and keys made; a multiple of
                            the baseline
  pki csr beside them       another pod's, 50 times
  key behind 60             another pod's `pki csr` behind 60 connections that ask for keys
  login in slots            1 if a login succeeds whose password is typed for 5 s while connections are
                            opened as fast as they are, and kept
  memory                    the most that is resident meanwhile, and what is left once all have gone
"""

import argparse
import asyncio
import contextlib
import os
import pathlib
import socket
import statistics
import subprocess
import sys
import tempfile
import time

import servers
from clients import FileTransfer, LoadGenerator
from environment import ensure_packages, load_module
from report import Report

HOSTILE, NICE, TURNS = 40, 19, 5
LARGEST_BUNDLE = 1_000


class Door:
    """Another appliance of a server."""

    def __init__(self, server, offset):
        self.port, self.process, self.pid = server.port + offset, server.process, server.pid


class Bench:
    """All that is measured."""

    def __init__(self, options, folder, load):
        self.load, self.folder = load, folder
        self.generator = LoadGenerator(options.load, folder)
        self.report = Report()
        self.mmp = servers.program(options.program, options.port, folder, "--pods", "2")

    def run(self):
        for measure in self.commands, self.keys, self.slots:
            self.mmp.start(self.load)
            try:
                # The server's other key is made behind the start.
                time.sleep(1)
                measure()
            finally:
                self.mmp.stop()
        self.report.close()

    def commands(self):
        self.upload()
        before = self.memory("VmRSS")
        self.report.add("pki list, quiet, 99 %", self.list(), "ms", 5)
        commands = ["pki verify leaf.cer bundle.cer", "pki inspect bundle.cer",
                    "pki csr s{s}c{c} CN:x"]
        baseline, hostile = [], []
        # In turn, as the machine is not the same all the time.
        for turn in range(TURNS):
            with self.loops():
                baseline.append(self.list())
            with self.hostile(sessions=HOSTILE, command=commands):
                hostile.append(self.list())
                if turn == TURNS - 1:
                    csr = self.csr(50)
        baseline, hostile = map(statistics.median, (baseline, hostile))
        self.report.add("pki list beside 40 loops, 99 %", baseline, "ms", 100)
        self.report.add("pki list beside 40 hostile, 99 %", hostile, "ms", 3 * baseline)
        self.report.add("pki csr beside them, median", csr["median"] / 1000, "s", 1.5)
        self.report.add("pki csr beside them, 95 %", csr["p95"] / 1000, "s", 3)
        self.kept(before)

    def keys(self):
        before = self.memory("VmRSS")
        with self.hostile(sessions=60, command="pki csr s{s}c{c} CN:x"):
            csr = self.csr(20)
        self.report.add("key behind 60 that ask, longest", csr["max"] / 1000, "s", 1)
        self.kept(before)

    def slots(self):
        before = self.memory("VmRSS")
        flood = subprocess.Popen(["nice", "-n", str(NICE), sys.executable, __file__, "--flood",
                                  str(self.mmp.port)])
        try:
            time.sleep(1)
            succeeds = asyncio.run(slow_login(self.mmp.port))
        finally:
            flood.kill()
            flood.wait()
        self.report.add("login in slots, typed in 5 s", int(succeeds), "", 1, at_least=True)
        self.kept(before)

    def list(self):
        return self.visit(command="pki list", warmup=10, commands=500, think_ms=10)["p99"]

    def csr(self, count):
        return self.visit(command="pki csr own{c} CN:x", commands=count)

    def visit(self, **options):
        """Round trips of somebody at another pod, in milliseconds."""
        return self.generator.run(Door(self.mmp, 3), **options)["commands"]["rtt_ms"]

    def upload(self):
        chain = self.folder / "chain"
        chain.mkdir()
        make_bundle(chain, LARGEST_BUNDLE)
        FileTransfer(self.folder, 1).run(self.mmp, f"put {chain}/leaf.cer leaf.cer",
                                         f"put {chain}/bundle.cer bundle.cer")

    @contextlib.contextmanager
    def hostile(self, **options):
        client = self.generator.beside(self.mmp, niceness=NICE, open_concurrency=20,
                                       commands=100_000, **options)
        try:
            time.sleep(4)
            if client.poll() is not None:
                raise SystemExit("bench-hostile: the hostile clients do not run")
            yield
        finally:
            client.kill()
            client.wait()

    @contextlib.contextmanager
    def loops(self):
        words = ["nice", "-n", str(NICE), "sh", "-c", "while :; do :; done"]
        loops = [subprocess.Popen(words) for _ in range(HOSTILE)]
        try:
            yield
        finally:
            for loop in loops:
                loop.kill()
                loop.wait()

    def kept(self, before):
        """The most memory there was, and what is left over a moment after all have gone."""
        peak = self.memory("VmHWM")
        time.sleep(3)
        self.report.add("  memory, at most", peak, "MB", 512)
        self.report.add("  memory kept", max(0, self.memory("VmRSS") - before), "MB", 16)

    def memory(self, field):
        status = pathlib.Path(f"/proc/{self.mmp.pid}/status").read_text()
        return int(dict(line.split(":", 1) for line in status.splitlines())[field].split()[0]) / 1e3


def make_bundle(folder, count):
    """A certificate, and so many authorities of one name, the last of which has signed it."""
    def openssl(*words):
        subprocess.run(["openssl", *map(str, words)], check=True, cwd=folder, capture_output=True)

    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.cer", "-subj", "/CN=CA")
    openssl("req", *key, "-keyout", "leaf.key", "-out", "leaf.csr", "-subj", "/CN=leaf")
    openssl("x509", "-req", "-in", "leaf.csr", "-CA", "ca.cer", "-CAkey", "ca.key", "-set_serial",
            1, "-out", "leaf.cer")
    openssl("req", "-x509", *key, "-keyout", "other.key", "-out", "other.cer", "-subj", "/CN=CA")
    (folder / "bundle.cer").write_text((folder / "other.cer").read_text() * (count - 1)
                                       + (folder / "ca.cer").read_text())


def flood(port):
    """Opens connections and keeps 900 of them."""
    kept = []
    while True:
        try:
            kept.append(socket.create_connection(("127.0.0.1", port), 2))
        except OSError:
            time.sleep(0.05)
        if len(kept) > 900:
            kept.pop(0).close()
        time.sleep(0.004)


async def slow_login(port):
    """Whether somebody gets in whose password takes 5 s to type."""
    import asyncssh

    class Typist(asyncssh.SSHClient):
        async def password_auth_requested(self):
            await asyncio.sleep(5)
            return servers.PASSWORD

    try:
        async with asyncssh.connect("127.0.0.1", port, username=servers.USER, known_hosts=None,
                                    client_factory=Typist, client_keys=None):
            return True
    except (OSError, asyncssh.Error):
        return False


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", default=".build/release/mmp")
    parser.add_argument("--load", default="../shared/load/load.py", help="the load generator")
    parser.add_argument("--port", type=int, default=24701, help="the program's first port")
    parser.add_argument("--flood", type=int, metavar="PORT", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.flood is None and not os.path.isfile(options.load):
        raise SystemExit(
            f"bench-hostile: there is no load generator at {options.load}; say where it is: "
            "make bench-hostile load=<path of load.py>")
    return options


def main():
    options = arguments()
    if options.flood is not None:
        return flood(options.flood)
    ensure_packages()
    with tempfile.TemporaryDirectory(prefix="bench-hostile-") as folder:
        Bench(options, pathlib.Path(folder), load_module(options.load)).run()


if __name__ == "__main__":
    main()
