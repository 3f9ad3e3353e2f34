#!/usr/bin/env python3
"""Time from start to the first frame, memory, and processor time while idle, on the X display in $DISPLAY.

Usage: benches/window.py target/release/casefile [RUNS]

The first frame counts as there when the pixel at (4, 4) is no longer black, which it is on an empty Xvfb screen.
Needs libX11, which every X11 system has.
"""
import ctypes
import os
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


binary, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
starts, idles, sizes = [], [], []
for run in range(runs):
    with tempfile.TemporaryDirectory() as home:
        while pixel():
            time.sleep(0.05)
        begin = time.monotonic()
        process = subprocess.Popen([binary, "--lang", "en"], env={**os.environ, "CASEFILE_HOME": home}, stderr=subprocess.DEVNULL)
        while not pixel():
            time.sleep(0.002)
        starts.append((time.monotonic() - begin) * 1000)
        time.sleep(5)
        before = ticks(process.pid)
        time.sleep(10)
        idles.append((ticks(process.pid) - before) * 1000 / os.sysconf("SC_CLK_TCK"))
        sizes.append(memory_mb(process.pid))
        process.terminate()
        process.wait()
print(f"first frame: median {statistics.median(starts):.0f} ms ({min(starts):.0f} to {max(starts):.0f})")
print(f"idle: {statistics.median(idles):.0f} ms of processor time in 10 s (worst {max(idles):.0f})")
print(f"resident: {statistics.median(sizes):.0f} MB")
