#!/usr/bin/env python3
"""Makes the manual: pages of this folder, completed with what the program says of itself.

pages.py PROGRAM GENERATED VERSION DATE OUT

GENERATED is a folder of generate-manual, swift-argument-parser's tool; it knows options and their
meaning, but no defaults. A page here has these lines for what is not written by hand:

.\\" @head              title, date, name and purpose
.\\" @synopsis          how to call it
.\\" @options [COMMAND] the list of options, those of another command if one is named, which may be
                       a command's command
.\\" @scenarios         the list of scenarios

Displays (.Bd -literal) are written here as they shall appear; what is special to roff is escaped.
A command without a page here gets one of its options only, a command's command gets none; one whose
options no page lists ends this with status 1.
"""

import datetime
import json
import pathlib
import re
import subprocess
import sys

here = pathlib.Path(__file__).parent
bare = """\
.\\" @head
.Sh SYNOPSIS
.\\" @synopsis
.Sh OPTIONS
.\\" @options
.Sh SEE ALSO
.Xr mmp 1
"""
program, generated, version, date, out = sys.argv[1:]


def told(*arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def escaped(text):
    return text.replace("\\", "\\e")


def sentences(text):
    """Each sentence on a line of its own, as mdoc wants it."""
    return re.sub(r"(?<=[\w)][.?!]) +", "\n", text)


def literal(line):
    """A line that reads the same wherever it is shown, and can be copied from there."""
    table = str.maketrans(
        {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti"})
    return ("\\&" if line.startswith((".", "'", "\n")) else "") + line.translate(table)


class Command:
    def __init__(self, info, path):
        self.info = info
        self.name = "-".join(path)
        self.call = " ".join(path)
        self.text = (pathlib.Path(generated) / (".".join(path) + ".1")).read_text()
        self.is_listed = False

    def section(self, name):
        return re.search(rf"^\.Sh {name}\n(.*?)(?=^\.Sh |\Z)", self.text, re.S | re.M)[1]

    def head(self):
        purpose = self.info["abstract"].rstrip(".")
        # A page's purpose goes on after its name: a small letter, unless the word is a name.
        if not purpose[1].isupper():
            purpose = purpose[0].lower() + purpose[1:]
        day = datetime.date.fromisoformat(date).strftime("%B %-d, %Y")
        return (
            f".Dd {day}\n.Dt {self.name.upper()} 1\n.Os mmp {version}\n"
            f".Sh NAME\n.Nm {self.name}\n.Nd {escaped(purpose)}\n"
        )

    def synopsis(self):
        return self.section("SYNOPSIS").replace(".Nm\n", f'.Nm "{self.call}"\n', 1)

    def options(self):
        self.is_listed = True
        text = re.search(r"^\.Bl .*?^\.El\n", self.section("DESCRIPTION"), re.S | re.M)[0]
        for argument in self.info["arguments"]:
            value = argument.get("defaultValue")
            label = "-" + argument["preferredName"]["name"] if "preferredName" in argument else None
            if value is None or label is None or argument["kind"] == "flag":
                continue
            # The text of an option is one line.
            text = re.sub(
                rf"(^\.It (?:Fl . , )?Fl {re.escape(label)} .*\n.*)\n",
                lambda found: f"{found[1]}\nThe default is {escaped(value)}.\n", text, flags=re.M)
        return sentences(text)

    def has_options(self):
        names = {(argument.get("preferredName") or {}).get("name")
                 for argument in self.info["arguments"] if argument.get("shouldDisplay", True)}
        return bool(names - {"help", "version"})


def commands(info, path=()):
    path = (*path, info["commandName"])
    if not info.get("shouldDisplay", True) or path[1:] == ("help",):
        return {}
    found = {" ".join(path): Command(info, path)}
    for inner in info.get("subcommands", []):
        found |= commands(inner, path)
    return found


def scenarios():
    items = []
    for line in told("scenarios").splitlines():
        if not line.startswith(" "):
            name, line = line.split(None, 1)
            items.append((name, []))
        items[-1][1].append(escaped(line.strip()))
    lines = [f".It Cm {name}\n{sentences(' '.join(text))}" for name, text in items]
    return "\n".join([".Bl -tag -width 6n", *lines, ".El", ""])


def page(command, all_commands):
    def made(line):
        word, *rest = line[len('.\\" @'):].split()
        if word == "scenarios":
            return scenarios()
        source = all_commands[" ".join(["mmp", *rest])] if rest else command
        return getattr(source, word)()

    source = here / f"{command.name}.1"
    lines = (source.read_text() if source.exists() else bare).splitlines(keepends=True)
    is_literal = False
    for number, line in enumerate(lines):
        if line.startswith('.\\" @'):
            lines[number] = made(line)
        elif is_literal and not line.startswith(".Ed"):
            lines[number] = literal(line)
        else:
            is_literal = line.startswith(".Bd -literal")
    return "".join(lines)


def main():
    found = commands(json.loads(told("--experimental-dump-help"))["command"])
    # The program's own options are shown with those of its default, the console.
    found["mmp"].is_listed = True
    for command in found.values():
        if command.call.count(" ") > 1:
            continue
        target = pathlib.Path(out) / f"{command.name}.1"
        target.write_text(page(command, found))
    silent = [command.call for command in found.values()
              if command.has_options() and not command.is_listed]
    if silent:
        sys.exit(f"packaging/man: no page lists the options of {', '.join(silent)}")


main()
