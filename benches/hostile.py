#!/usr/bin/env python3
"""What Casefile does with files made to take time, memory or trust: time, peak memory and its own words, as a Markdown table.

Usage: benches/hostile.py [target/release/casefile] [FOLDER] [WORD]

Every file is made in a new folder under FOLDER (3 GB at once at most), used with `inspect --json`, `redact` and `bundle`, and
removed. WORD chooses the rows whose title holds it. Rows that took more than ten seconds or 300 MB, were killed, or ended without
a sentence are named at the end, and the exit code is 1. Needs GNU time.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

import hostile_files as made
from hostile_files import GB, MB, STAMP

SECONDS = 120
SLOW_SECONDS = 10
LARGE_MB = 300

INCIDENT = """format = 1
destination = "steam-support"
title = "The program closes when a file is opened"
description = "Since Tuesday the program closes when I open the attached file. Please tell me what is wrong with the file."
steps = ["Start the program", "Open the file"]
expected = "The file opens."
actual = "The program closes."
started = "since Tuesday"
frequency = "every-time"
hidden_facts = ["os", "cpu", "gpu", "memory", "displays"]
[fields]
game = "The game"
[contact]
email = "user@example.com"
[[evidence]]
path = "{name}"
caption = "The file that is opened"
"""

ALL = ("inspect", "redact", "bundle")
FILES = ("inspect", "bundle")

# Title, name, maker, commands.
CASES = [
    ("empty file", "a.log", lambda p: made.write(p), ALL),
    ("PNG cut after 20 bytes", "a.png", made.cut(lambda p: made.plain_png(p, 9, 9), 20), FILES),
    ("PNG cut in the middle", "a.png", made.cut(lambda p: made.plain_png(p, 999, 999), 500), FILES),
    ("zip cut in the middle", "a.zip", made.cut(made.paths_zip, 400), FILES),
    ("gzip cut in the middle", "a.log.gz", made.cut(lambda p: made.gz_bomb(p, 10), 9000), FILES),
    (".ips cut in the middle", "a.ips", made.cut(made.threads_ips, 100_000), FILES),
    ("minidump cut after 20 bytes", "a.dmp", made.cut(made.wild_minidump, 20), FILES),
    ("zip bomb: 10 GB in one entry", "a.zip", made.zip_bomb, FILES),
    ("zip bomb: zips in zips, 6 deep, 1.6 PB", "a.zip", made.nested_zip, FILES),
    ("zip bomb: 20,000 entries share 100 MB", "a.zip", made.overlapping_zip, FILES),
    ("zip of 300,000 empty entries", "a.zip", made.many_entries_zip, FILES),
    ("zip with paths that lead out, and a link", "a.zip", made.paths_zip, FILES),
    ("tar with paths that lead out, links, devices", "a.tar", made.paths_tar, FILES),
    ("tar with a member of 4 EB", "a.tar", made.wild_tar, FILES),
    ("gzip bomb: a log of 10 GB", "a.log.gz", made.gz_bomb, FILES),
    ("gzip bomb: one line of 10 GB", "a.log.gz", made.gz_line, FILES),
    ("log: one line of 10 GB (a hole)", "a.log", lambda p: made.hole(p, 10 * GB, STAMP * 20_000), ("inspect",)),
    ("log: one line of 1 GB (a hole)", "a.log", lambda p: made.hole(p, GB, STAMP * 20_000), ALL),
    ("log: one line of 1 GB (one letter)", "a.log", lambda p: made.repeated(p, STAMP, b"a", GB), ALL),
    ("log: one line of 1 GB (words)", "a.log", lambda p: made.repeated(p, STAMP, b"frame 17 took 4 ms, ", GB), ALL),
    ("log: 200 MB of line ends", "a.log", lambda p: made.repeated(p, STAMP, b"\n", 200 * MB), ALL),
    ("log: 200 MB that almost are times", "a.log", lambda p: made.repeated(p, STAMP + b"\n", b"2031-02-03 04:05:0", 200 * MB), ALL),
    ("log: 200 MB of terminal escapes", "a.log", lambda p: made.repeated(p, STAMP + b"\n", b"\x1b[31m\x1b[", 200 * MB), ALL),
    ("log: 200 MB of random bytes", "a.log", made.random_log, ALL),
    ("JSON, a million deep", "a.json", made.nested_json(b"", b"["), ALL),
    ("JSON, a million objects deep", "a.json", made.nested_json(b"", b'{"a":', b"1" + b"}" * 1_000_000), ALL),
    (".ips, a million deep", "a.ips", made.nested_json(made.IPS + b'{"procName":"x","a":', b'{"a":'), ALL),
    ("system_profiler JSON, a million deep", "a.json", made.nested_json(b'{"SPHardwareDataType":', b"["), ALL),
    (".ips with a line of 200 MB", "a.ips", made.long_ips, ALL),
    (".ips with 200,000 threads (140 MB)", "a.ips", made.threads_ips, ALL),
    ("minidump with wild offsets", "a.dmp", made.wild_minidump, FILES),
    ("PNG of 65,535 × 65,535", "a.png", lambda p: made.png(p, made.SIDE, made.SIDE), FILES),
    ("JPEG of 65,535 × 65,535", "a.jpg", made.jpeg, FILES),
    ("GIF of 65,535 × 65,535", "a.gif", made.gif, FILES),
    ("BMP of 65,535 × 65,535", "a.bmp", made.bmp, FILES),
    ("TIFF of 65,535 × 65,535", "a.tif", made.tiff, FILES),
    ("WebP of 65,535 × 65,535", "a.webp", made.webp, FILES),
    ("PNG of 10,000 × 10,000, 300 KB as a file", "a.png", lambda p: made.plain_png(p, 10_000, 10_000), FILES),
    ("PNG with 1 GB of packed text", "a.png", made.text_png, FILES),
    ("GIF of 200,000 frames", "a.gif", made.frames_gif, FILES),
    ("TIFF whose directory is a loop", "a.tif", made.loop_tiff, FILES),
    ("MP4 with wild and nested boxes", "a.mp4", made.wild_mp4, FILES),
    ("billion laughs as dxdiag XML", "a.xml", made.laughs(b"DxDiag"), ALL),
    ("billion laughs as .nfo", "a.nfo", made.laughs(b"MsInfo", b'<Category name="&z;"><Data><Item>&z;</Item></Data></Category>'), ALL),
    ("billion laughs as .spx", "a.spx", made.laughs(b"plist", b"<array><dict><key>_dataType</key><string>SPHardwareDataType &z;</string></dict></array>"), ALL),
    ("billion laughs as CrashContext", "a.runtime-xml", made.laughs(b"FGenericCrashContext", b"<RuntimeProperties><ErrorMessage>&z;</ErrorMessage></RuntimeProperties>"), ALL),
    ("billion laughs as SVG", "a.svg", made.laughs(b"svg"), ALL),
    ("pipe without another end", "a.log", os.mkfifo, FILES),
    ("socket", "a.log", made.bound_socket, ALL),
    ("folder", "a.log", os.mkdir, ALL),
    ("file without permission", "a.log", made.no_permission, ALL),
    ("link to itself", "a.log", made.link_loop, ALL),
    ("link to a file that is gone", "a.log", lambda p: os.symlink("gone", p), ALL),
    ("link to /dev/zero", "a.log", lambda p: os.symlink("/dev/zero", p), ALL),
    ("name of 250 letters with line ends", "a\n" * 120 + ".log", lambda p: made.write(p, STAMP + b"one\n"), ("inspect",)),
    ("incident file nested a million deep", "a.toml", made.deep_toml, ("open",)),
    ("incident file with a title of 200 MB", "a.toml", made.long_toml, ("open",)),
    ("incident file that is a pipe", "a.toml", os.mkfifo, ("open",)),
    ("issue form: aliases that multiply", "a.yml", made.alias_bomb, ("form",)),
    ("issue form: a million lists deep", "a.yml", lambda p: made.write(p, b"name: ", b"[" * 1_000_000), ("form",)),
    ("issue form of 200 MB", "a.yml", lambda p: made.repeated(p, b"name: Bug\nbody:\n", b"  - type: input\n", 200 * MB), ("form",)),
]


def run(casefile, folder, arguments):
    """Seconds, megabytes, exit code (None when it was ended by the limit), and the words of one command."""
    told = os.path.join(folder, "time")
    said = os.path.join(folder, "said")
    timed = ["/usr/bin/time", "-o", told, "-f", "%e %M", "timeout", "-s", "KILL", str(SECONDS), casefile, *arguments]
    # Root may read everything; the file without permission needs somebody who may not.
    user = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
    with open(said, "wb") as out, open(said + ".err", "wb") as err:
        code = subprocess.call(timed, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment, **user)
    seconds, kilobytes = open(told).read().split()[-2:]
    with open(said, "rb") as out, open(said + ".err", "rb") as err:
        words = (out.read(1 << 20), err.read(1 << 20))
    return float(seconds), int(kilobytes) / 1000, None if code in (137, -9) else code, [part.decode(errors="replace") for part in words]


def sentence(command, words, name):
    """What was said of it, in one line."""
    out, err = words
    if command == "inspect":
        try:
            found = json.loads(out)[0]
        except (ValueError, IndexError, KeyError):
            return err.strip().splitlines()[0] if err.strip() else ""
        problem = found.get("problem")
        if problem:
            return problem if isinstance(problem, str) else ": ".join(f"{key}: {value}" for key, value in problem.items())
        return " ".join(part for part in (found["kind"], found["format"]) if part)
    text = err if command != "bundle" else out + "\n" + err
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    lines = [line for line in lines if name in line] or lines
    return lines[0] if lines else ""


def main():
    casefile = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "target/release/casefile")
    room = sys.argv[2] if len(sys.argv) > 2 else None
    word = sys.argv[3] if len(sys.argv) > 3 else ""
    bad = []
    print("| input | size | command | time | memory | answer |\n|---|---|---|---|---|---|", flush=True)
    for title, name, make, commands in CASES:
        if word not in title:
            continue
        folder = tempfile.mkdtemp(prefix="casefile-hostile-", dir=room)
        os.chmod(folder, 0o777)
        path = os.path.join(folder, name)
        make(path)
        bytes_there = os.lstat(path).st_size
        with open(os.path.join(folder, "incident.toml"), "w", encoding="utf-8") as incident:
            incident.write(INCIDENT.format(name=name.replace("\n", "\\n")))
        for command in commands:
            arguments = {
                "inspect": ["inspect", "--json", path],
                "redact": ["redact", "--cold", path, "-o", os.path.join(folder, "clean")],
                "bundle": ["bundle", "--cold", os.path.join(folder, "incident.toml"), "-o", os.path.join(folder, "out.zip")],
                "open": ["check", path],
                "form": ["destinations", "import", "--json", path],
            }[command]
            seconds, megabytes, code, words = run(casefile, folder, arguments)
            said = sentence(command, words, name)
            said = "ended after the limit" if code is None else said.replace(folder + "/", "").replace("|", "\\|").replace("\n", " ")
            shown = said if len(said) <= 150 else said[:149] + "…"
            row = f"| {title} | {bytes_there:,} | {command} | {seconds:.2f} s | {megabytes:.0f} MB | {shown or f'(code {code})'} |"
            print(row, flush=True)
            silent = not said and (command != "redact" or code != 0)
            if seconds > SLOW_SECONDS or megabytes > LARGE_MB or silent or code not in (0, 1, 2, 3) or "panic" in "".join(words):
                bad.append(f"{row} code {code}")
        subprocess.call(["chmod", "-R", "u+rwx", folder])
        shutil.rmtree(folder)
    if bad:
        print("\nTo look at:\n" + "\n".join(bad))
        sys.exit(1)


main()
