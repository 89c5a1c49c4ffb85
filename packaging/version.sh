#!/bin/sh
# The version, as the program says it.
set -eu
version=$(sed -n 's/.*static let program = "\([0-9.]*\)".*/\1/p' Sources/mmp/Version.swift)
test -n "$version" || { echo "Sources/mmp/Version.swift names no version" >&2; exit 1; }
echo "$version"
