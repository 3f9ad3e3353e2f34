#!/usr/bin/env bash
# Kills a program that edits and exports, at random moments, and looks at what it left: every draft, status and setting
# parses, every bundle is whole, nothing but temporary names holds half a file, and those are cleared away in time.
#
#   cargo build --example edit_loop && tests/kill.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-200}
casefile=target/debug/casefile
edit_loop=target/debug/examples/edit_loop
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CASEFILE_HOME=$work/home HOME=$work
mkdir -p "$work/out"

fail() {
    echo "round $round: $*" >&2
    exit 1
}

zips=0 drafts=0
for ((round = 1; round <= rounds; round++)); do
    "$edit_loop" "$work" 2>"$work/errors" &
    pid=$!
    sleep "0.$(printf '%03d' $((RANDOM % 291 + 10)))"
    kill -KILL "$pid" 2>/dev/null || fail "ended by itself: $(cat "$work/errors")"
    wait "$pid" 2>/dev/null || true

    while IFS= read -r file; do
        case ${file##*/} in
        .casefile-*.part | errors) continue ;;
        incident.toml)
            # 0 and 1 are answers of the checklist, 3 says that the file cannot be read.
            code=0
            "$casefile" check "$file" --json >/dev/null 2>"$work/errors" || code=$?
            [ "$code" -le 1 ] || fail "$file: $(cat "$work/errors")"
            drafts=$((drafts + 1))
            ;;
        *.toml) [ -s "$file" ] && tail -c 1 "$file" | od -c | grep -q '\\n' || fail "$file is cut off" ;;
        *.zip)
            "$casefile" verify --cold "$file" >/dev/null 2>"$work/errors" || fail "$file: $(cat "$work/errors")"
            zips=$((zips + 1))
            ;;
        *.eml) tail -c 200 "$file" | grep -q -- '--\s*$' || fail "$file is cut off" ;;
        *) fail "unexpected file $file" ;;
        esac
    done < <(find "$work" -type f)
done

left=$(find "$work" -name '.casefile-*.part' | wc -l)
# Two days later the next run clears away what the killed ones left.
find "$work" -name '.casefile-*.part' -exec touch -d '2 days ago' {} +
"$edit_loop" "$work" 2>/dev/null &
pid=$!
sleep 2
kill -KILL "$pid"
wait "$pid" 2>/dev/null || true
old=$(find "$work" -name '.casefile-*.part' -mtime +0 | wc -l)
[ "$old" -eq 0 ] || fail "$old temporary files stay for ever"
[ "$zips" -gt 0 ] && [ "$drafts" -gt 0 ] || fail "nothing was written to look at"
echo "$rounds kills: $drafts drafts and $zips bundles read back whole; $left temporary files left, all cleared away later"
