#!/usr/bin/env bash
# Draws casefile.svg in every size: PNG for Linux, casefile.ico for Windows, casefile.icns for macOS.
# Needs ImageMagick (convert) and python3; optipng makes the files smaller where it is there.
set -euo pipefail
cd "$(dirname "$0")"
for size in 16 24 32 48 64 128 256 512 1024; do
  # Drawn at four times the size, then made smaller: edges come out even.
  convert -background none -density $((72 * size * 4 / 64)) casefile.svg -resize "${size}x${size}" -depth 8 \
    -define png:color-type=6 -strip "casefile-$size.png"
done
convert casefile-16.png casefile-24.png casefile-32.png casefile-48.png casefile-64.png casefile-256.png casefile.ico
python3 - <<'PY'
import struct
kinds = {"icp4": 16, "icp5": 32, "ic11": 32, "ic12": 64, "ic07": 128, "ic13": 256, "ic08": 256, "ic14": 512, "ic09": 512, "ic10": 1024}
parts = b""
for kind, size in kinds.items():
    picture = open(f"casefile-{size}.png", "rb").read()
    parts += kind.encode() + struct.pack(">I", len(picture) + 8) + picture
open("casefile.icns", "wb").write(b"icns" + struct.pack(">I", len(parts) + 8) + parts)
PY
if command -v optipng >/dev/null; then optipng -quiet -o2 casefile-*.png; fi
