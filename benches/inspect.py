#!/usr/bin/env python3
"""Time and peak memory of `casefile inspect --json` over 1,000 made files of ten kinds, beside `file --mime` where it is installed.

Usage: benches/inspect.py [target/release/casefile] [FILES] [RUNS]

The files lie in the page cache. Needs GNU time; all content is invented here.
"""
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

import hostile_files as made

LEVELS = ["INFO", "INFO", "INFO", "WARN", "ERROR"]
WORDS = "render net audio client steam script loaded material timed out after frame took texture missing".split()


def log(dice, lines, form):
    for line in range(lines):
        clock = form.format(d=line // 86400 % 28 + 1, h=line // 3600 % 24, m=line // 60 % 60, s=line % 60, ms=dice.randrange(1000))
        yield f"{clock} {dice.choice(LEVELS)} {' '.join(dice.choices(WORDS, k=9))} {dice.randrange(1 << 32):08x}\r\n"


def text(path, lines, encoding="utf-8"):
    made.write(path, "".join(lines).encode(encoding))


def ips(path, dice):
    head = {"app_name": "Example", "timestamp": "2031-02-03 04:05:06.00 +0000", "bug_type": "309", "os_version": "macOS 15.9 (24Z99)"}
    frames = [{"imageOffset": dice.randrange(1 << 20), "imageIndex": index % 9, "symbol": "work", "symbolLocation": 4} for index in range(200)]
    body = {
        "procName": "Example",
        "exception": {"type": "EXC_BAD_ACCESS", "signal": "SIGSEGV"},
        "faultingThread": 0,
        "threads": [{"id": thread, "triggered": thread == 0, "frames": frames} for thread in range(12)],
        "usedImages": [{"name": f"image{index}", "base": index << 32, "size": 1 << 24, "path": f"/Applications/Example.app/{index}"} for index in range(9)],
    }
    made.write(path, json.dumps(head).encode(), b"\n", json.dumps(body).encode())


def dxdiag(path, dice):
    lines = ["------------------\r\n", "System Information\r\n", "------------------\r\n", "      Time of this report: 2/3/2031, 04:05:06\r\n"]
    lines += ["   Operating System: Windows 11 Pro 64-bit (10.0, Build 26100)\r\n", "          Processor: Example CPU @ 4.00GHz (16 CPUs)\r\n"]
    lines += ["             Memory: 32768MB RAM\r\n", "    DirectX Version: DirectX 12\r\n", "\r\n", "---------------\r\n", "Display Devices\r\n", "---------------\r\n"]
    lines += ["           Card name: Example GPU 9000\r\n", f"      Driver Version: 32.0.15.{dice.randrange(9999)}\r\n"]
    lines += [f"          Driver {index}: example{index}.sys\r\n" for index in range(2_000)]
    text(path, lines)


MAKERS = [
    ("a.log", lambda p, dice: text(p, log(dice, 2_000, "2031-02-{d:02} {h:02}:{m:02}:{s:02}.{ms:03}"))),
    ("b.log", lambda p, dice: text(p, log(dice, 2_000, "[{h:02}:{m:02}:{s:02}]"))),
    ("c.log", lambda p, dice: text(p, log(dice, 2_000, "Feb {d:2} {h:02}:{m:02}:{s:02} host app[12]:"))),
    ("d.log", lambda p, dice: text(p, log(dice, 2_000, "03.02.2031 {h:02}:{m:02}:{s:02}"), "utf-16")),
    ("e.ips", ips),
    ("f.txt", dxdiag),
    ("g.png", lambda p, dice: made.plain_png(p, 1_920, 1_080)),
    ("h.zip", lambda p, dice: shutil.make_archive(p.removesuffix(".zip"), "zip", os.path.dirname(p), "a.log")),
    ("i.bin", lambda p, dice: made.write(p, dice.randbytes(200_000))),
    ("j.md", lambda p, dice: text(p, (f"- {' '.join(dice.choices(WORDS, k=12))}\n" for _ in range(500)))),
]


def measured(command, folder):
    """Seconds, seconds of the processor, and megabytes at most."""
    clock = os.path.join(folder, "time")
    subprocess.run(["time", "-o", clock, "-f", "%e %U %S %M", *command], stdout=subprocess.DEVNULL, check=True)
    elapsed, user, system, kilobytes = open(clock).read().split()
    return float(elapsed), float(user) + float(system), int(kilobytes) // 1024


def main():
    casefile = sys.argv[1] if len(sys.argv) > 1 else "target/release/casefile"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    folder = tempfile.mkdtemp(prefix="casefile-inspect.")
    try:
        files, dice = [], random.Random(7)
        for index in range(count):
            name, make = MAKERS[index % len(MAKERS)]
            place = os.path.join(folder, str(index // len(MAKERS)))
            os.makedirs(place, exist_ok=True)
            files.append(os.path.join(place, name))
            make(files[-1], dice)
        size = sum(os.path.getsize(file) for file in files)
        print(f"{count} files, {size:,} bytes")
        programs = [[casefile, "inspect", "--json"]] + ([["file", "--mime"]] if shutil.which("file") else [])
        for program in programs:
            elapsed, processor, memory = min(measured(program + files, folder) for _ in range(runs))
            print(f"{' '.join(os.path.basename(word) for word in program)}: {elapsed:.2f} s, {processor:.2f} s of the processor, {memory} MB")
    finally:
        shutil.rmtree(folder)


main()
