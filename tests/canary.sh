#!/usr/bin/env bash
# Plants the values of tests/canary, builds the bundle and the letter with the program itself, and looks for the values with
# the programs that others have: unzip, 7z, strings, exiftool, python3. What is not installed is left out, and said.
#
#   cargo build && tests/canary.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/debug/casefile}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data

CASEFILE_CANARY=$work/in cargo test --quiet --test canary write -- --ignored >/dev/null
mv "$work/in/canaries.txt" "$work/canaries.txt"
"$program" bundle "$work/in/incident.toml" --cold -o "$work/out.zip" --email "$work/out.eml" --html "$work/out.html" --text "$work/out.txt" >"$work/said.txt" 2>&1
"$program" verify "$work/out.zip" >/dev/null

failed=0
has() { command -v "$1" >/dev/null || { echo "not installed, left out: $1"; return 1; }; }
# Looks for every value in what comes in; $1 says what that is.
look() {
  if found=$(LC_ALL=C grep -aiFf "$work/canaries.txt" -); then
    echo "LEAK in $1:"; LC_ALL=C grep -aioFf "$work/canaries.txt" <<<"$found" | sort -u | head; failed=1
  else
    echo "clean: $1"
  fi
}

# The search sees what it looks for.
find "$work/in" -type f -exec cat {} + | LC_ALL=C grep -aciFf "$work/canaries.txt" >/dev/null || { echo "nothing was planted"; exit 2; }
for file in out.zip out.eml out.html out.txt said.txt; do look "$file, raw" <"$work/$file"; done
if has unzip; then
  mkdir "$work/unzipped" && unzip -qq "$work/out.zip" -d "$work/unzipped"
  unzip -Z -v "$work/out.zip" | look "what unzip tells of the entries"
  (cd "$work/unzipped" && find . -name '*.zip' -execdir unzip -qq {} -d inner \;)
  (cd "$work/unzipped" && find . -type f) | look "names of unpacked files"
  find "$work/unzipped" -type f -exec cat {} + | look "every unpacked file"
  find "$work/unzipped" -type f -name '*.zip' -exec unzip -Z -v {} \; | look "what unzip tells of archives inside"
  if has strings; then
    for width in s S l b L B; do find "$work/unzipped" -type f -exec strings -n 4 -e $width {} + | look "strings -e $width"; done
  fi
  if has exiftool; then
    exiftool -a -u -g1 -ee -r "$work/unzipped" 2>/dev/null | look "exiftool"
    # A picture is its pixels: whatever is not of the file, of its pixels or worked out from them came along.
    groups=$(find "$work/unzipped" \( -name '*.png' -o -name '*.jpg' \) -exec exiftool -a -u -G1 -s -ThumbnailImage -all {} + 2>/dev/null |
      grep -o '^\[[^]]*\]' | sort -u | grep -vxF -e '[ExifTool]' -e '[System]' -e '[File]' -e '[PNG]' -e '[JFIF]' -e '[Composite]' || true)
    if [ -n "$groups" ]; then echo "MORE THAN PIXELS in a picture:" $groups; failed=1; else echo "clean: pictures hold pixels alone"; fi
  fi
  if has python3; then
    for encoding in utf-16-le utf-16-be cp1251; do
      find "$work/unzipped" -type f -print0 | xargs -0 python3 -c '
import sys
for name in sys.argv[2:]:
    bytes_ = open(name, "rb").read()
    for start in (0, 1):
        sys.stdout.write(bytes_[start:].decode(sys.argv[1], "ignore").encode("utf-8", "ignore").decode() + "\n")' $encoding | look "read as $encoding"
    done
  fi
fi
if has 7z; then
  mkdir "$work/seven" && 7z x -bso0 -bsp0 -o"$work/seven" "$work/out.zip"
  7z l -slt "$work/out.zip" | grep -v "^Path = $work\|^Listing archive" | look "what 7z tells of the entries"
  find "$work/seven" -type f -exec cat {} + | look "every file as 7z unpacks it"
fi
if has python3; then
  python3 - "$work/out.eml" <<'PY' | look "the letter as Python's mail library reads it"
import email, email.policy, io, re, sys, urllib.parse, html, base64, zipfile
message = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
out = [f"{key}: {value}" for key, value in message.items()]
for part in message.walk():
    out += [f"{key}: {value}" for key, value in part.items()]
    if part.get_content_type() == "application/zip":
        archive = zipfile.ZipFile(io.BytesIO(part.get_payload(decode=True)))
        out.append(archive.comment.decode("utf-8", "replace"))
        for info in archive.infolist():
            text = archive.read(info).decode("utf-8", "replace")
            out += [info.filename, info.comment.decode("utf-8", "replace"), info.extra.decode("utf-8", "replace"), text]
            out += [urllib.parse.unquote(text), html.unescape(text), re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text)]
            for run in re.findall(r"[A-Za-z0-9+/]{16,}={0,2}", text):
                out.append(base64.b64decode(run + "=" * (-len(run) % 4), validate=False).decode("utf-8", "replace") if len(run) % 4 != 1 else "")
    elif not part.is_multipart():
        out.append(part.get_content())
sys.stdout.write("\n".join(out).encode("utf-8", "replace").decode())
PY
fi
[ $failed = 0 ] && echo "nothing planted was found"
exit $failed
