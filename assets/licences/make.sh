#!/usr/bin/env bash
# Lists the crates that are part of the program on any system, with their licences: assets/licences/crates.tsv.
# Run it after a crate was added or removed; a test holds the list against Cargo.lock.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo metadata --format-version 1 --locked | python3 -c '
import json, re, sys
told = json.load(sys.stdin)
packages = {package["id"]: package for package in told["packages"]}
nodes = {node["id"]: node for node in told["resolve"]["nodes"]}
root = told["resolve"]["root"]
seen, todo = set(), [root]
while todo:
    for dep in nodes[todo.pop()]["deps"]:
        is_built_in = any(kind["kind"] != "dev" for kind in dep["dep_kinds"])
        if is_built_in and dep["pkg"] not in seen:
            seen.add(dep["pkg"])
            todo.append(dep["pkg"])
def licence(words):
    return " OR ".join(sorted(re.split(r" OR | ?/ ?", words))) if "AND" not in words else words
rows = {(packages[id]["name"], licence(packages[id]["license"] or "see its source")) for id in seen}
print("\n".join("\t".join(row) for row in sorted(rows)))
' > assets/licences/crates.tsv
