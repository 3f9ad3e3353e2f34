#!/usr/bin/env python3
"""Time from start to the first frame, memory, and processor time while idle, on the X display in $DISPLAY.

Usage: benches/window.py target/release/casefile [RUNS]            an empty window
       benches/window.py target/release/casefile [RUNS] PICTURE     the screenshots page with ten copies of a picture, and
                                                                    what a frame costs there (needs xdotool)

The first frame counts as there when the pixel at (4, 4) is no longer black, which it is on an empty Xvfb screen.
Needs libX11, which every X11 system has.
"""
import ctypes
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_int] * 2 + [ctypes.c_uint] * 2 + [ctypes.c_ulong, ctypes.c_int]
x11.XGetImage.restype = ctypes.c_void_p
x11.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
x11.XGetPixel.restype = ctypes.c_ulong
x11.XDestroyImage.argtypes = [ctypes.c_void_p]
display = x11.XOpenDisplay(None)
if not display:
    sys.exit("no X display in $DISPLAY")
root = x11.XDefaultRootWindow(display)


def pixel():
    image = x11.XGetImage(display, root, 4, 4, 1, 1, 0xFFFFFF, 2)
    value = x11.XGetPixel(image, 0, 0) & 0xFFFFFF
    x11.XDestroyImage(image)
    return value


def ticks(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def memory_mb(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) / 1000 for line in status if line.startswith("VmRSS"))


def fill(home, picture):
    """An incident with ten pictures, which the window opens on."""
    folder = os.path.join(home, "incidents", "20261118-100000-many")
    os.makedirs(os.path.join(folder, "evidence"))
    os.makedirs(os.path.join(home, "config"))
    incident = 'format = 1\ndestination = "any-support-email"\ntitle = "Ten pictures"\n'
    for number in range(10):
        name = f"evidence/{number}{os.path.splitext(picture)[1]}"
        shutil.copy(picture, os.path.join(folder, name))
        incident += f'\n[[evidence]]\npath = "{name}"\n'
    with open(os.path.join(folder, "incident.toml"), "w") as file:
        file.write(incident)
    with open(os.path.join(home, "config", "settings.toml"), "w") as file:
        file.write('last_incident = "20261118-100000-many"\n')


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL)


def frame_ms(pid, moves=120):
    """Processor time of a frame: the pointer moves, each move draws one."""
    before = ticks(pid)
    for move in range(moves):
        xdotool("mousemove", 400 + move * 3, 400 + move % 40)
        time.sleep(0.04)
    time.sleep(0.5)
    return (ticks(pid) - before) * 1000 / os.sysconf("SC_CLK_TCK") / moves


binary, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
picture = sys.argv[3] if len(sys.argv) > 3 else None
starts, idles, sizes, frames = [], [], [], []
for run in range(runs):
    with tempfile.TemporaryDirectory() as home:
        if picture:
            fill(home, picture)
        while pixel():
            time.sleep(0.05)
        begin = time.monotonic()
        process = subprocess.Popen([binary, "--lang", "en"], env={**os.environ, "CASEFILE_HOME": home}, stderr=subprocess.DEVNULL)
        while not pixel():
            time.sleep(0.002)
        starts.append((time.monotonic() - begin) * 1000)
        time.sleep(5)
        if picture:
            window = subprocess.run(["xdotool", "search", "--name", "Casefile"], capture_output=True, text=True).stdout.split()[-1]
            xdotool("windowfocus", window)
            xdotool("key", "ctrl+5")
            time.sleep(8)
            frames.append(frame_ms(process.pid))
            time.sleep(12)
        before = ticks(process.pid)
        time.sleep(10)
        idles.append((ticks(process.pid) - before) * 1000 / os.sysconf("SC_CLK_TCK"))
        sizes.append(memory_mb(process.pid))
        process.terminate()
        process.wait()
print(f"first frame: median {statistics.median(starts):.0f} ms ({min(starts):.0f} to {max(starts):.0f})")
print(f"idle: {statistics.median(idles):.0f} ms of processor time in 10 s (worst {max(idles):.0f})")
print(f"resident: {statistics.median(sizes):.0f} MB")
if frames:
    print(f"a frame: median {statistics.median(frames):.1f} ms of processor time on all threads ({min(frames):.1f} to {max(frames):.1f})")
