#!/usr/bin/env bash
# Fills fuzz/corpus with a start: the labelled set for the engine, the fixtures of the tests for the readers of files, the examples.
set -euo pipefail
cd "$(dirname "$0")/.."
corpus=$PWD/fuzz/corpus
mkdir -p "$corpus"/{engine,archive,files,crash_apple,crash_system,crash_runtime,report,log,media,issue_form,incident_file}
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
fixtures=$(mktemp -d)
CASEFILE_SEEDS=$fixtures cargo test --quiet --lib write_the_fixtures -- --ignored >/dev/null
for file in "$fixtures"/*; do
  name=$(basename "$file")
  case ${name%-*} in
    ips | apple-crash) target=crash_apple ;;
    minidump | wer | coredump | apport | tombstone | anr) target=crash_system ;;
    java | minecraft | python | dotnet | unreal) target=crash_runtime ;;
    picture | video) target=media ;;
    text) target=log ;;
    *) target=report ;;
  esac
  cp "$file" "$corpus/$target/$name"
  { printf '\0'; cat "$file"; } >"$corpus/files/$name"
done
rm -r "$fixtures"
cat >"$corpus/issue_form/form" <<'FORM'
name: Bug
description: "Report a bug: it helps"
title: "[Bug]: "
labels: [bug, "needs triage"]
body:
  - type: markdown
    attributes: { value: "Thanks!" }
  - type: input
    id: version
    attributes: { label: Version, description: What `--version` prints, placeholder: "1.2.3" }
    validations: { required: true }
  - type: dropdown
    id: system
    attributes:
      label: Operating system
      multiple: true
      options: [Windows, macOS, &linux "Linux, any"]
      default: 0
  - type: textarea
    id: logs
    attributes:
      label: Logs
      render: shell
      value: |
        first
          second
  - type: checkboxes
    attributes:
      label: Before you send
      options:
        - label: I have searched
          required: true
        - label: 'It''s the newest'
  - type: upload
    attributes: { label: Screenshots }
    validations: { accept: ".png,.jpg" }
FORM
printf -- '---\nname: Bug\nabout: Report one\nlabels: bug\n---\n**Describe the bug**\nClear words.\n\n## Steps\n1. Go to\n\n- [ ] searched\n' >"$corpus/issue_form/template"
cp examples/*.toml "$corpus/incident_file/" 2>/dev/null || true
for file in examples/*.toml; do
  CASEFILE=${CASEFILE:-target/debug/casefile}
  [ -x "$CASEFILE" ] && "$CASEFILE" bundle "$file" --cold --force -o "$corpus/archive/$(basename "$file").zip" >/dev/null 2>&1 || true
done
