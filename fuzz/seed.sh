#!/usr/bin/env bash
# Fills fuzz/corpus with a start: the labelled set for the engine, the profiles' and examples' files for the others.
set -euo pipefail
cd "$(dirname "$0")/.."
corpus=$PWD/fuzz/corpus
mkdir -p "$corpus"/{engine,archive,files,issue_form,incident_file}
set=$(mktemp)
CASEFILE_SET=$set cargo test --quiet --test redaction write -- --ignored >/dev/null
python3 - "$set" "$corpus" <<'PY'
import io, json, pathlib, random, sys, zipfile, gzip, tarfile
set_, corpus = sys.argv[1], pathlib.Path(sys.argv[2])
texts = [json.loads(line)["text"] for line in open(set_, encoding="utf-8")]
random.Random(1).shuffle(texts)
for number, text in enumerate(texts[:900]):
    (corpus / "engine" / f"s{number}").write_bytes(text.encode())
for number, text in enumerate(texts[900:960]):
    content = text.encode("utf-16-le") if number % 3 == 0 else text.encode()
    (corpus / "files" / f"t{number}").write_bytes(bytes([number]) + content)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.log", content)
        archive.writestr("b/c.json", json.dumps({"text": text}))
    (corpus / "files" / f"z{number}").write_bytes(b"\0" + packed.getvalue())
    (corpus / "files" / f"g{number}").write_bytes(b"\0" + gzip.compress(content))
PY
rm -f "$set"
for file in tests/fixtures/* src/collect/inspect/tests/*; do [ -f "$file" ] && { printf '\0'; cat "$file"; } >"$corpus/files/$(basename "$file")"; done || true
cp examples/*.toml "$corpus/incident_file/" 2>/dev/null || true
for file in examples/*.toml; do
  CASEFILE=${CASEFILE:-target/debug/casefile}
  [ -x "$CASEFILE" ] && "$CASEFILE" bundle "$file" --cold --force -o "$corpus/archive/$(basename "$file").zip" >/dev/null 2>&1 || true
done
