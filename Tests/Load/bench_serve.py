#!/usr/bin/env python3
"""Measures `mmp serve`, beside OpenSSH's sshd where that does the same, and prints one line each.

It judges nothing and ends with status 0 whatever comes out; OVER says that a target is missed, and
numbers from a busy machine mean little. A line has what was measured, its target, the ratio of
both (1 or less is within the target; where more is better it is turned round) and, where there is
one, the reference of the same run with its ratio.

The clients are load.py, the given load generator (its own work is most of what it sees of a short
round trip), a lean one in C ("lean client"), and OpenSSH's sftp. The reference is an sshd with a
user whose shell is prompt.c; it is left out where not run by root. Without Python's asyncssh and
psutil they are installed into a folder of the build.

  start to SSH banner           from the start of the process until a client has read "SSH", which
                                is tried every 2 ms
  idle memory                   resident, half a second later
  connect to first prompt       connection, login, terminal and shell; one client at a time
  200 logins at once            until the last of 200 clients that start together has its prompt
  command round trip            `pki list` until the next prompt, in one session
  CPU a command                 of the server, for the same: mostly the kernel's, for waking up
  messages a reply              SSH data messages: each wakes the client up once
  500 idle sessions, CPU        of the server, in percent of a core, while nobody types; to a tenth
  500 idle sessions, memory     what the resident memory has grown by, for each
  500 idle ones with RSA        the same where the server proves itself with its RSA key
  1,000 sessions                how many of them fail
  memory / descriptors / threads kept
                                how much more there is than before, once all of them have gone;
                                memory without the pages of the program's file
  500 sessions                  commands a second: 10 in each session, all at once
  beside 50 that make keys      another session's `pki list` meanwhile, 99th percentile
  connections in a row          the same as for 1,000 sessions, after very many one after another
  SFTP of 32 MB both ways       upload and download, with OpenSSH's sftp and with load.py
"""

import argparse
import contextlib
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import tempfile
import time

import servers
from clients import FileTransfer, LeanClient, LoadGenerator
from environment import ensure_packages, load_module
from report import Report

MEGABYTE = 1 << 20


class Bench:
    """All that is measured."""

    def __init__(self, options, folder, load):
        self.options, self.load = options, load
        self.generator = LoadGenerator(options.load, folder)
        self.lean = LeanClient(servers.compiled("client.c", folder, "-lssh", "-lpthread"))
        self.transfer = FileTransfer(folder, 32 * MEGABYTE)
        self.report = Report()
        self.mmp = servers.program(options.program, options.port, folder)
        self.sshd = self.reference(folder)

    def reference(self, folder):
        reason = servers.missing_for_sshd()
        if reason is None:
            return servers.sshd(self.options.port - 1, folder)
        print(f"The reference, sshd, is left out: {reason}.")
        return None

    def run(self):
        load, cores = os.getloadavg()[0], os.cpu_count()
        if load > cores / 4:
            print(f"Others are at work here (load average {load:.1f}, {cores} cores).")
        self.starts()
        with contextlib.ExitStack() as stack:
            for server in filter(None, [self.mmp, self.sshd]):
                stack.callback(server.stop)
                server.start(self.load)
            self.logins()
            self.commands()
            self.transfers()
        # Memory is counted in a server that has done nothing else yet.
        for measure in (self.idle_sessions, self.idle_rsa_sessions, self.many_sessions, self.keys,
                        self.connections):
            with contextlib.ExitStack() as stack:
                stack.callback(self.mmp.stop)
                self.mmp.start(self.load)
                self.lean.run(self.mmp, count=4, commands=1)
                measure()
        self.report.close()

    def both(self, measure):
        """The same of the program and of the reference, which is None without one."""
        return measure(self.mmp), self.sshd and measure(self.sshd)

    def starts(self):
        ours, theirs = self.both(lambda server: self.generator.start_runs(server, runs=10))
        self.report.add("start to SSH banner", ours["ready_ms"]["median"], "ms", 25,
                        sshd=theirs and theirs["ready_ms"]["median"])
        self.report.add("idle memory", ours["idle_rss_kib_median"] * 1024 / 1e6, "MB", 15,
                        sshd=theirs and theirs["idle_rss_kib_median"] * 1024 / 1e6)

    def logins(self):
        ours, theirs = self.both(lambda server: self.generator.run(
            server, sessions=50, open_concurrency=1, commands=0)["open"]["first_prompt_ms"])
        self.report.add("connect to first prompt, load.py", ours["median"], "ms", 4,
                        sshd=theirs and theirs["median"])
        ours, theirs = self.both(lambda server: self.lean.run(server, count=50))
        self.report.add("connect to first prompt, lean client", ours["login_median_ms"], "ms", 4,
                        sshd=theirs and theirs["login_median_ms"])
        opened = self.generator.run(
            self.mmp, sessions=200, open_concurrency=200, commands=0)["open"]
        self.report.add("200 logins at once, load.py", served(opened), "s", 0.5)
        at_once = self.lean.run(self.mmp, count=200, threads=200)
        self.report.add("200 logins at once, lean client", at_once["wall_s"], "s", 0.5)
        self.report.add("  failed", 200 - opened["opened"] + at_once["failed"], "", 0)

    def commands(self):
        ours, theirs = self.both(lambda server: self.generator.run(
            server, command="pki list", warmup=50, commands=2000)["commands"])
        self.report.add("command round trip, load.py", ours["rtt_ms"]["median"], "ms", 0.3,
                        sshd=theirs and theirs["rtt_ms"]["median"])
        lean, lean_theirs = self.both(lambda server: self.lean.run(server, 1, commands=2000))
        self.report.add("command round trip, lean client", lean["reply_median_ms"], "ms", 0.3,
                        sshd=lean_theirs and lean_theirs["reply_median_ms"])
        self.report.add("CPU a command", ours["server_cpu_ms_per_command"], "ms", 0.1,
                        sshd=theirs and theirs["server_cpu_ms_per_command"])
        pasted = self.generator.run(
            self.mmp, command="pki list", warmup=50, commands=4000, burst=20)["commands"]
        self.report.add("CPU a command, pasted by 20", pasted["server_cpu_ms_per_command"], "ms",
                        0.1)
        self.report.add("messages a reply", ours["ssh_messages_per_reply"], "", 3,
                        sshd=theirs and theirs["ssh_messages_per_reply"])

    def idle_sessions(self):
        result = self.hold("ssh-ed25519")
        self.report.add("500 idle sessions, CPU", round(result["hold"]["server_cpu_pct"], 1),
                        "%", 0)
        self.report.add("500 idle sessions, memory of each",
                        result["server_growth"]["rss_kib_per_session"], "KiB", 48)

    def idle_rsa_sessions(self):
        result = self.hold("rsa-sha2-256")
        self.report.add("500 idle ones with RSA, memory",
                        result["server_growth"]["rss_kib_per_session"], "KiB", 52)

    def hold(self, hostkey):
        # The server's other key is made behind the start, and memory given back after it.
        time.sleep(1)
        return self.generator.run(
            self.mmp, sessions=500, open_concurrency=50, commands=0, hold_s=5, hostkey=hostkey)

    def many_sessions(self):
        result = self.generator.run(
            self.mmp, sessions=500, open_concurrency=50, command="pki list", commands=10)
        self.report.add("500 sessions, load.py", result["commands"]["per_s"], "/s", 3900,
                        at_least=True)
        lean = self.lean.run(self.mmp, count=500, threads=500, commands=10)
        self.report.add("500 sessions, lean client", 5000 / lean["commands_s"], "/s", 3900,
                        at_least=True)
        before = self.sample()
        result = self.generator.run(
            self.mmp, sessions=1000, open_concurrency=50, commands=0, hold_s=2)
        self.report.add("1,000 sessions, failed", 1000 - result["hold"]["still_open"], "", 0)
        self.kept("1,000 sessions", before)

    def keys(self):
        noise = self.generator.beside(
            self.mmp, sessions=50, open_concurrency=50, command="pki csr s{s}c{c} CN:x",
            commands=100_000)
        try:
            time.sleep(3)
            result = self.generator.run(
                self.mmp, command="pki list", warmup=10, commands=500, think_ms=10)
        finally:
            noise.kill()
            noise.wait()
        self.report.add("beside 50 that make keys, 99 %", result["commands"]["rtt_ms"]["p99"], "ms",
                        20)

    def connections(self):
        count = self.options.connections
        self.lean.run(self.mmp, count=200, threads=2)
        before = self.sample()
        result = self.lean.run(self.mmp, count=count, threads=2)
        name = f"{count:,} connections"
        self.report.add(f"{name}, failed", result["failed"], "", 0)
        self.kept(name, before)

    def kept(self, name, before):
        """What is left over a moment after everybody has gone; a megabyte is the allocator's."""
        time.sleep(1)
        after = self.sample()
        more = {key: max(0, after[key] - before[key]) for key in after}
        self.report.add(f"{name}, memory kept", more["memory"], "KiB", 1024)
        self.report.add(f"{name}, descriptors kept", more["descriptors"], "", 0)
        self.report.add(f"{name}, threads kept", more["threads"], "", 0)

    def sample(self):
        """The program's own memory in KiB (its file's pages come and go), descriptors, threads."""
        process = pathlib.Path(f"/proc/{self.mmp.pid}")
        status = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
        return {"memory": int(status["RssAnon"].split()[0]), "threads": int(status["Threads"]),
                "descriptors": len(list((process / "fd").iterdir()))}

    def transfers(self):
        ours, theirs = self.both(lambda server: statistics.median(
            self.transfer.seconds(server) for _ in range(5)))
        self.report.add("SFTP of 32 MB both ways, sftp", ours, "s", 1.5, sshd=theirs,
                        of_reference=True)
        for name, way in ("up", "put_ms"), ("down", "get_ms"):
            ours, theirs = self.both(lambda server: self.generator.run(
                server, commands=0, mode="exec", sftp_bytes=32 * MEGABYTE)["sftp"][way]["median"])
            self.report.add(f"SFTP of 32 MB {name}, load.py", ours, "ms", 1.5, sshd=theirs,
                            of_reference=True)


def served(opened):
    """Seconds until the last was served; endless if one was not."""
    return opened["wall_s"] if opened["opened"] == opened["asked"] else float("inf")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", default=".build/release/mmp")
    parser.add_argument("--load", default="../shared/load/load.py", help="the load generator")
    parser.add_argument("--connections", type=int, default=5000, help="how many in a row")
    parser.add_argument("--port", type=int, default=24601, help="the program's first port")
    options = parser.parse_args()
    if not os.path.isfile(options.load):
        raise SystemExit(
            f"bench-serve: there is no load generator at {options.load}; say where it is: "
            "make bench-serve load=<path of load.py>")
    return options


def main():
    options = arguments()
    ensure_packages()
    servers.enter_own_mounts()
    # Ends like Ctrl-C does: with everything that was started stopped.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    # sshd's user has to reach it, so it is not in the repository.
    with tempfile.TemporaryDirectory(prefix="bench-serve-") as folder:
        os.chmod(folder, 0o755)
        Bench(options, pathlib.Path(folder), load_module(options.load)).run()


if __name__ == "__main__":
    main()
