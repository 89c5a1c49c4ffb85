"""The servers that are measured: the program, and OpenSSH's sshd as what it is compared with."""

import os
import pathlib
import shutil
import subprocess
import sys
import time

USER, PASSWORD, PROMPT = "admin", "c1sco123", "cms1a> "
SSHD = shutil.which("sshd", path="/usr/sbin:/usr/local/sbin:" + os.environ.get("PATH", ""))
# Where this process came from, in its environment.
OUTER_MOUNTS = "BENCH_SERVE_OUTER_MOUNTS"


class Server:
    """A server that can be started, and stopped without asking it."""

    def __init__(self, name, command, port, folder):
        self.name, self.command, self.port = name, command, port
        self.log = folder / f"{name}.log"
        self.process = None

    def start(self, load):
        if not load.port_is_free("127.0.0.1", self.port):
            raise SystemExit(f"bench-serve: port {self.port} is taken; choose another with --port")
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        if not load.wait_banner("127.0.0.1", self.port, time.perf_counter() + 20):
            raise SystemExit(f"bench-serve: {self.name} does not serve:\n{self.log.read_text()}")

    def stop(self):
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    @property
    def pid(self):
        return self.process.pid


def program(path, port, folder, *options):
    return Server("mmp", [path, "serve", "--port", str(port), *options], port, folder)


def missing_for_sshd():
    """Why there can be no reference; None if there can."""
    if SSHD is None:
        return "there is no sshd"
    if os.geteuid() != 0:
        return "only root can give sshd a user of its own"
    return None if in_own_mounts() else "unshare cannot make a mount namespace here"


def in_own_mounts():
    """Whether what is mounted here is seen, and left behind, by this process and its own alone."""
    return os.environ.get(OUTER_MOUNTS, mounts()) != mounts()


def enter_own_mounts():
    """Runs this script anew where mounts are private: they vanish with it, however it ends."""
    can = subprocess.run(["unshare", "--mount", "true"], stderr=subprocess.DEVNULL).returncode == 0
    if os.geteuid() == 0 and SSHD and can and not in_own_mounts():
        os.environ[OUTER_MOUNTS] = mounts()
        os.execvp("unshare", ["unshare", "--mount", sys.executable, *sys.argv])


def mounts():
    return os.readlink("/proc/self/ns/mnt")


def sshd(port, folder):
    """OpenSSH's server with a user whose shell is prompt.c; the system does not see either."""
    add_user(folder, shell=compiled("prompt.c", folder))
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", "/run"], check=True)
    pathlib.Path("/run/sshd").mkdir()
    key = folder / "host_key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    config = folder / "sshd_config"
    config.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {key}\nPidFile none\nUsePAM no\n"
        "PasswordAuthentication yes\nKbdInteractiveAuthentication no\nMaxStartups 2000\n"
        "PrintMotd no\nPrintLastLog no\nSubsystem sftp internal-sftp\n")
    return Server("sshd", [SSHD, "-D", "-e", "-f", str(config)], port, folder)


def add_user(folder, shell):
    """Puts copies of the user files, with one user more, over the system's own."""
    hashed = subprocess.run(
        ["openssl", "passwd", "-6", PASSWORD], check=True, capture_output=True, text=True)
    home = folder / "home"
    home.mkdir()
    os.chown(home, 65534, 65534)
    replace("/etc/passwd", folder, f"{USER}:x:65534:65534::{home}:{shell}\n")
    replace("/etc/shadow", folder, f"{USER}:{hashed.stdout.strip()}:20000:0:99999:7:::\n")


def replace(path, folder, line):
    others = [l for l in open(path) if not l.startswith(f"{USER}:")]
    copy = folder / pathlib.Path(path).name
    copy.write_text(line + "".join(others))
    shutil.copymode(path, copy)
    subprocess.run(["mount", "--bind", copy, path], check=True)


def compiled(source, folder, *libraries):
    """A C file that lies beside this one, as a program."""
    source = pathlib.Path(__file__).with_name(source)
    output = folder / source.stem
    subprocess.run(["cc", "-O2", "-o", output, source, *libraries], check=True)
    return output
