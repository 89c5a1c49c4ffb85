"""What the measuring needs: Python packages, and the load generator that is given."""

import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PACKAGES = ["asyncssh", "psutil"]


def load_module(path):
    """load.py as a module: it knows how to look at a server from outside."""
    spec = importlib.util.spec_from_file_location("load", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ensure_packages():
    """Goes on in an environment of its own if Python's packages are missing."""
    missing = [name for name in PACKAGES if importlib.util.find_spec(name) is None]
    if not missing:
        return
    environment = REPOSITORY / ".build" / "bench-serve-python"
    python = environment / "bin" / "python3"
    hint = f"bench: needs Python's {' and '.join(missing)}: pip install {' '.join(missing)}"
    if pathlib.Path(sys.prefix) == environment:
        raise SystemExit(hint)
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES], check=True)
    except (OSError, subprocess.CalledProcessError):
        shutil.rmtree(environment, ignore_errors=True)
        raise SystemExit(hint) from None
    os.execv(python, [str(python), *sys.argv])
