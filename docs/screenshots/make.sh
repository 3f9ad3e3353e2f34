#!/usr/bin/env bash
# Draws every page without a display and keeps the pictures the documents use. pngquant and optipng make them smaller
# where they are there.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo test --test gui every_page
keep() { cp "target/pictures/$1-$2-$3-1360.png" "docs/screenshots/${1#*-}-$2-$3.png"; }
for page in 1-start 2-destination 3-problem 4-steps 5-system 6-screenshots 7-logs 8-review; do
  keep "$page" light en
  keep "$page" dark ru
done
keep 8-review dark en
if command -v pngquant >/dev/null; then pngquant --force --ext .png --speed 1 docs/screenshots/*.png; fi
if command -v optipng >/dev/null; then optipng -quiet -o2 docs/screenshots/*.png; fi
