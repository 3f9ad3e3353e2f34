#!/usr/bin/env bash
# Time of the processor and peak memory of `casefile redact` on a log of 100 MB and on one dense line of 4 MB, on one core.
#
#   cargo build --release --no-default-features && benches/redact.sh [PROGRAM]
#
# Needs GNU time. What is above the figure for an empty file is above the program itself.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/release/casefile}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
CASEFILE_WRITE=$work cargo bench --quiet --bench redact >/dev/null
: >"$work/empty.txt"
pin=$(command -v taskset >/dev/null && echo "taskset -c 0" || true)
for name in empty.txt big.log dense.txt; do
  for run in 1 2 3; do
    $pin /usr/bin/time -f "%U %S %M" -o "$work/time" "$program" redact --cold "$work/$name" -o "$work/out" 2>/dev/null
    rm -f "$work/out"
    read -r user system kilobytes <"$work/time"
    bytes=$(stat -c %s "$work/$name")
    awk -v n="$name" -v u="$user" -v y="$system" -v k="$kilobytes" -v b="$bytes" 'BEGIN {
      s = u + y
      printf "%-10s %8.2f s %8.1f MB/s %8.1f MiB peak\n", n, s, (s > 0 ? b / 1e6 / s : 0), k / 1024 }'
  done
done
