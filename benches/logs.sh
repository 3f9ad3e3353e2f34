#!/bin/sh
# Opens and indexes a made log beside other tools, one after the other, each with its peak memory.
# Usage: cargo build --release --example log_speed && benches/logs.sh [MEGABYTES] [FOLDER]
set -eu
megabytes=${1:-10000}
folder=$(mktemp -d "${2:-/tmp}/casefile-logs.XXXXXX")
trap 'rm -rf "$folder"' EXIT
log=$folder/made.log
speed=$(dirname "$0")/../target/release/examples/log_speed

# Time and peak memory of a command that ends by itself.
measure() {
    name=$1
    shift
    python3 - "$name" "$@" <<'PY'
import resource, subprocess, sys, time
begin = time.monotonic()
done = subprocess.run(sys.argv[2:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{sys.argv[1]}: {time.monotonic() - begin:.1f} s, processor {used.ru_utime + used.ru_stime:.1f} s, peak {used.ru_maxrss / 1000:.0f} MB, code {done.returncode}")
PY
}

"$speed" make "$log" "$megabytes"
cat "$log" > /dev/null
measure "wc -l" wc -l "$log"
measure "casefile" "$speed" open "$log"
"$speed" open "$log"
# A pager needs a terminal; `script` gives it one.
if command -v less > /dev/null; then
    measure "less +G" script -qec "printf q | less -n +G '$log'" /dev/null
    measure "less -N +G (line numbers)" script -qec "printf q | less -N +G '$log'" /dev/null
fi
if command -v lnav > /dev/null; then
    measure "lnav -n -c ':goto 100%'" lnav -n -c ':goto 100%' -c ':quit' "$log"
fi
