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
  24 pods that make a key       `pki csr` in each at the same moment, until the last has its answer;
                                the server's stock of keys is full
  1,000 sessions on 80 pods     `pki list` 10 times in each session, all at once; how many sessions
                                fail, and commands a second
  the same with --state         the same in a class that is kept; commands lost are those that its
                                file does not have when the server has ended
  class status of 80 pods       of that class, as a process of its own: while it is served, and from
                                the file alone
  beside 50 that make keys      another session's `pki list` meanwhile, 99th percentile
  connections in a row          the same as for 1,000 sessions, after very many one after another
  SFTP of 32 MB both ways       upload and download, with OpenSSH's sftp and with load.py
"""

import argparse
import contextlib
import os
import pathlib
import signal
import sqlite3
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
        self.school = servers.program(
            options.program, options.port, folder, "--pods", 24, name="school")
        self.large = servers.program(
            options.program, options.port, folder, "--pods", 80, name="large")
        self.state = folder / "large.mmp"
        self.kept_large = servers.program(
            options.program, options.port, folder, "--pods", 80, "--state", self.state,
            name="kept")
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
            self.mmp.wait_until_quiet()
            self.logins()
            self.commands()
            self.transfers()
        # Memory is counted in a server that has done nothing else yet.
        for measure in (self.idle_sessions, self.idle_rsa_sessions, self.many_sessions, self.keys,
                        self.connections):
            with self.running(self.mmp):
                self.lean.run(self.mmp, count=4, commands=1)
                measure()
        self.stock()
        self.classes()
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
                        result["server_growth"]["rss_kib_per_session"], "KiB", 40)

    def idle_rsa_sessions(self):
        result = self.hold("rsa-sha2-256")
        self.report.add("500 idle ones with RSA, memory",
                        result["server_growth"]["rss_kib_per_session"], "KiB", 52)

    def hold(self, hostkey):
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

    def stock(self):
        with self.running(self.school):
            ports = self.school.ports_of("cms1a")
            result = self.lean.run(self.school, count=len(ports), threads=len(ports), commands=1,
                                   command="pki csr bench CN:bench.lab", step=ports[1] - ports[0])
        self.report.add("24 pods that make a key", served_in(result), "s", 1.5)

    def classes(self):
        name = "1,000 sessions on 80 pods"
        with self.running(self.large):
            forgotten = self.crowd(self.large)
        with self.running(self.kept_large):
            kept = self.crowd(self.kept_large)
            served = self.status_ms()
        self.report.add(f"{name}, failed", forgotten["failed"], "", 0)
        self.report.add("  with --state, failed", kept["failed"], "", 0)
        self.report.add("  with --state, commands lost", 10_000 - self.typed_lines(), "", 0)
        for which, result in ("without", forgotten), ("with", kept):
            self.report.add(f"  {which} --state", 10_000 / result["commands_s"], "/s", 3900,
                            at_least=True)
        self.report.add("class status of 80 pods", served, "ms", 50)
        self.report.add("  without a server", self.status_ms(), "ms", 50)

    def crowd(self, server):
        ports = server.ports_of("cms1a")
        return self.lean.run(server, count=1000, threads=1000, commands=10,
                             step=ports[1] - ports[0], doors=len(ports))

    def status_ms(self):
        """The median of some runs of `mmp class status`."""
        words = [self.options.program, "class", "status", "--state", self.state]
        times = []
        for _ in range(21):
            begin = time.perf_counter()
            subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
            times.append((time.perf_counter() - begin) * 1e3)
        return statistics.median(times)

    def typed_lines(self):
        """How many of the crowd's commands are in the state file."""
        with contextlib.closing(sqlite3.connect(self.state)) as database:
            return database.execute(
                "SELECT count(*) FROM events WHERE command = 'pki list'").fetchone()[0]

    @contextlib.contextmanager
    def running(self, server):
        """While this lasts, a server that has nothing else to do."""
        try:
            server.start(self.load)
            server.wait_until_quiet()
            yield
        finally:
            server.stop()

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


def served_in(result):
    """The same of the lean client's commands."""
    return float("inf") if result["failed"] else result["commands_s"]


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
