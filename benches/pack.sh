#!/bin/sh
# Packs one large log with Casefile and with Info-ZIP, and prints time, peak memory and size of both.
#
#   cargo build --release && benches/pack.sh [megabytes] [folder]
#
# Casefile reads the log (finds private data, hides it), packs it, reads the bundle back and searches it again; `zip -6`
# packs alone. Needs GNU time and zip. The log is invented, always the same, and is removed again.
set -eu
megabytes=${1:-2000}
folder=$(mktemp -d "${2:-${TMPDIR:-/tmp}}/casefile-pack.XXXXXX")
trap 'rm -rf "$folder"' EXIT
casefile=${CASEFILE:-$(dirname "$0")/../target/release/casefile}

awk -v limit="$((megabytes * 1000000))" 'BEGIN {
    srand(5)
    split("render net audio client steam script материалы сеть", module, " ")
    split("loaded material|connection timed out after|frame took|texture missing, fallback used:|playing sound event|пользователь открыл меню", words, "|")
    while (size < limit) {
        ms += int(rand() * 40)
        line = sprintf("2026-11-18 %02d:%02d:%02d.%03d [%s] %s %08x%04x 203.0.113.%d in %d ms", \
            ms / 3600000 % 24, ms / 60000 % 60, ms / 1000 % 60, ms % 1000, module[1 + int(rand() * 8)], \
            words[1 + int(rand() * 6)], rand() * 4294967295, rand() * 65535, rand() * 255, rand() * 9999)
        print line
        size += length(line) + 1
    }
}' > "$folder/game.log"

cat > "$folder/incident.toml" <<TOML
format = 1
destination = "steam-support"
title = "The game closes when a match loads"
description = "Since the update on Tuesday the game closes to the desktop while a match is loading. No message is shown."
steps = ["Start the game", "Choose a match", "Wait until it loads"]
expected = "The match starts."
actual = "The game closes."
started = "since the update on Tuesday"
frequency = "every-time"
[fields]
game = "The game"
[contact]
email = "user@example.com"
[[evidence]]
path = "game.log"
TOML

measure() {
    if ! /usr/bin/time -o "$folder/time" -f "%e s elapsed, %U s user, %S s system, %M KB peak" "$@" >"$folder/output" 2>&1; then
        cat "$folder/output" >&2
        exit 1
    fi
    cat "$folder/time"
}
ls -l "$folder/game.log" | awk '{ print "log       " $5 " bytes" }'
echo "casefile  $(measure "$casefile" bundle "$folder/incident.toml" -o "$folder/casefile.zip")"
echo "zip -6    $(measure zip -q -6 -j "$folder/zip.zip" "$folder/game.log")"
for made in casefile zip; do
    [ ! -f "$folder/$made.zip" ] || ls -l "$folder/$made.zip" | awk -v made="$made" '{ printf "%-9s %s bytes\n", made, $5 }'
done
