"""Files made to take time, memory or trust. Used by hostile.py; each maker writes one file and all content is invented here."""
import io
import os
import socket
import struct
import tarfile
import zipfile
import zlib

MB = 1 << 20
GB = 1 << 30
STAMP = b"2031-02-03 04:05:06.789 ERROR "


def write(path, *parts):
    with open(path, "wb") as file:
        for part in parts:
            file.write(part)


def hole(path, size, start=b""):
    """A file of `size` bytes that takes no room: `start`, then a hole."""
    write(path, start)
    os.truncate(path, size)


def repeated(path, start, unit, size):
    """`start`, and `unit` again and again up to `size` bytes."""
    block = unit * max(1, MB // len(unit))
    with open(path, "wb") as file:
        file.write(start)
        for _ in range(size // len(block)):
            file.write(block)


def squeezed(unit, megabytes, wbits):
    """`megabytes` of `unit` packed, without packing more than one: blocks after a full flush are the same every time."""
    block = (unit * (MB // len(unit) + 1))[:MB]
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    one = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    end = zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    check = 0
    for _ in range(megabytes):
        check = zlib.crc32(block, check)
    raw = one * megabytes + end
    size = megabytes * MB
    if wbits == 31:
        raw = b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + raw + struct.pack("<II", check, size & 0xFFFFFFFF)
    return raw, check, size


def zip_entry(name, packed, check, size, method=8):
    """A zip with one entry whose packed bytes are given; zip64 where the size asks for it."""
    large = size >= 0xFFFFFFFF
    short = 0xFFFFFFFF if large else size
    extra = struct.pack("<HHQQ", 1, 16, size, len(packed)) if large else b""
    packed_short = 0xFFFFFFFF if large else len(packed)
    common = struct.pack("<HHHHHIIIHH", 45, 0, method, 0, 0x21, check, packed_short, short, len(name), len(extra))
    local = b"PK\x03\x04" + common + name + extra
    central = b"PK\x01\x02" + struct.pack("<H", 45) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name + extra
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local) + len(packed), 0)
    return local + packed + central + end


def zip_bomb(path, megabytes=10_000):
    write(path, zip_entry(b"game.log", *squeezed(STAMP + b"again\n", megabytes, -15)))


def nested_zip(path, deep=6, wide=16):
    """Sixteen zips in each of sixteen zips, six deep, 100 MB in each of the innermost."""
    inner = zip_entry(b"game.log", *squeezed(STAMP + b"again\n", 100, -15))
    for _ in range(deep):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zip_file:
            for number in range(wide):
                zip_file.writestr(f"{number}.zip", inner)
        inner = made.getvalue()
    write(path, inner)


def overlapping_zip(path, entries=20_000):
    """Many entries, all of them the same 100 MB."""
    packed, check, size = squeezed(STAMP + b"again\n", 100, -15)
    common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, check, len(packed), size, 6, 0)
    central = b"".join(
        b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + b"%06d" % number
        for number in range(entries)
    )
    local = b"PK\x03\x04" + common + b"000000" + packed
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, entries, entries, len(central), len(local), 0)
    write(path, local, central, end)


def many_entries_zip(path, entries=300_000):
    with zipfile.ZipFile(path, "w") as zip_file:
        for number in range(entries):
            zip_file.writestr(f"{number}.log", b"")


NAMES = ["../../../../outside.log", "/etc/outside.log", "C:\\Windows\\outside.log", "..\\..\\outside.log", "a/../../b.log", "nul", "a\nb.log"]


def paths_zip(path):
    with zipfile.ZipFile(path, "w") as zip_file:
        for name in NAMES:
            zip_file.writestr(zipfile.ZipInfo(name), STAMP + b"one\n")
        link = zipfile.ZipInfo("link")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        zip_file.writestr(link, "/etc/passwd")


def paths_tar(path):
    with tarfile.open(path, "w") as tar:
        for name in NAMES:
            member = tarfile.TarInfo(name)
            member.size = len(STAMP) + 4
            tar.addfile(member, io.BytesIO(STAMP + b"one\n"))
        for kind, target in [(tarfile.SYMTYPE, "/etc/passwd"), (tarfile.LNKTYPE, "../../x"), (tarfile.CHRTYPE, ""), (tarfile.FIFOTYPE, "")]:
            member = tarfile.TarInfo(f"special-{kind.decode()}")
            member.type, member.linkname = kind, target
            tar.addfile(member)


def wild_tar(path):
    """A member that says it has eight exabytes."""
    member = tarfile.TarInfo("a.log")
    member.size = (1 << 62)
    write(path, member.tobuf(tarfile.GNU_FORMAT), STAMP * 100)


def gz_bomb(path, megabytes=10_000):
    write(path, squeezed(STAMP + b"again\n", megabytes, 31)[0])


def gz_line(path, megabytes=10_000):
    """One line of ten gigabytes, packed."""
    first = zlib.compressobj(9, zlib.DEFLATED, 31)
    head = first.compress((STAMP + b"one\n") * 20) + first.flush()
    write(path, head, squeezed(b"a", megabytes, 31)[0])


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(path, width, height, *more, data=b"\0"):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    write(path, b"\x89PNG\r\n\x1a\n", head, *more, chunk(b"IDAT", zlib.compress(data)), chunk(b"IEND", b""))


def plain_png(path, width, height):
    """A whole picture in one colour: small as a file, large as pixels."""
    packer = zlib.compressobj(9)
    row = b"\0" + b"\x80" * (width * 3)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    write(path, b"\x89PNG\r\n\x1a\n", head, chunk(b"IDAT", data), chunk(b"IEND", b""))


def text_png(path):
    """A small picture with a gigabyte of text packed into it, and a colour profile of the same."""
    packed = zlib.compress(b"a" * 100 * MB, 9)
    parts = [chunk(b"iCCP", b"p\0\0" + packed)] + [chunk(b"zTXt", b"Comment\0\0" + packed)] * 10
    png(path, 2, 2, *parts, data=b"\0" * 14)


SIDE = 65_535


def jpeg(path):
    frame = struct.pack(">HBHHB", 11 + 6, 8, SIDE, SIDE, 3) + b"\1\x11\0\2\x11\0\3\x11\0"
    write(path, b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", b"\xff\xc0", frame, b"\xff\xda\0\x0c\3\1\0\2\0\3\0\0\x3f\0", b"\0" * 99, b"\xff\xd9")


def gif(path):
    write(path, b"GIF89a", struct.pack("<HHBBB", SIDE, SIDE, 0x80, 0, 0), b"\0" * 6, b",", struct.pack("<HHHHB", 0, 0, SIDE, SIDE, 0), b"\2\2\x4c\1\0;")


def frames_gif(path, frames=200_000):
    frame = b"!\xf9\4\0\1\0\0\0," + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\2\2\x4c\1\0"
    write(path, b"GIF89a", struct.pack("<HHBBB", 1, 1, 0x80, 0, 0), b"\0" * 6, frame * frames, b";")


def bmp(path):
    write(path, b"BM", struct.pack("<IHHI", 100, 0, 0, 54), struct.pack("<IiiHHIIiiII", 40, SIDE, SIDE, 1, 24, 0, 0, 0, 0, 0, 0), b"\0" * 46)


def tiff(path):
    tags = [(256, SIDE), (257, SIDE), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1), (278, SIDE), (279, 100)]
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    write(path, b"II*\0", struct.pack("<I", 8), struct.pack("<H", len(tags)), entries, b"\0\0\0\0", b"\0" * 100)


def loop_tiff(path):
    """A directory that names itself as the next one."""
    write(path, b"II*\0", struct.pack("<I", 8), struct.pack("<H", 1), struct.pack("<HHII", 256, 4, 1, 1), struct.pack("<I", 8))


def webp(path):
    body = b"VP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + struct.pack("<I", SIDE - 1)[:3] * 2 + b"VP8L" + struct.pack("<I", 8) + b"\x2f\xff\xff\xff\x0f\0\0\0"
    write(path, b"RIFF", struct.pack("<I", len(body) + 4), b"WEBP", body)


def nested_json(start, unit, end=b""):
    return lambda path: write(path, start, unit * 1_000_000, end)


def laughs(root, inside=b"&z;"):
    def make(path):
        names = [b"a"] + [b"e%d" % number for number in range(40)] + [b"z"]
        entities = b'<!ENTITY a "ha">' + b"".join(b'<!ENTITY %s "%s">' % (name, b"&%s;" % before * 10) for before, name in zip(names, names[1:]))
        outside = b'<!ENTITY x SYSTEM "file:///etc/passwd">'
        write(path, b'<?xml version="1.0"?>\n<!DOCTYPE ', root, b" [", entities, outside, b"]>\n<", root, b">", inside, b"&x;</", root, b">\n")
    return make


def wild_minidump(path):
    directory = b"".join(struct.pack("<III", kind, 0xFFFFFFF0, rva) for kind, rva in [(3, 0xFFFFFFFF), (4, 0x20), (5, 0), (6, 0x7FFFFFFF), (7, 1), (9, 0x40)] * 200)
    write(path, b"MDMP", struct.pack("<IIIIIQ", 0xA793, 0xFFFFFFFF, 32, 0, 0, 0), directory, b"\xff" * 4096)


IPS = b'{"app_name":"Sample","timestamp":"2031-02-03 04:05:06.00 +0000","app_version":"1.0","bug_type":"309","os_version":"macOS 14.0 (23A344)"}\n'


def long_ips(path):
    write(path, IPS, b'{"procName":"Sample","exception":{"type":"EXC_CRASH"},"asi":{"x":["', b"a" * (200 * MB), b'"]}}')


def threads_ips(path):
    frame = b'{"imageOffset":1,"imageIndex":0}'
    thread = b'{"id":1,"frames":[' + b",".join([frame] * 20) + b"]}"
    write(path, IPS, b'{"procName":"Sample","faultingThread":999999999,"usedImages":[{"name":"Sample"}],"threads":[', b",".join([thread] * 200_000), b"]}")


def cut(make, length):
    """What `make` writes, cut off after `length` bytes."""
    def shorter(path):
        make(path)
        os.truncate(path, length)
    return shorter


def box(kind, body, size=None):
    return struct.pack(">I", len(body) + 8 if size is None else size) + kind + body


def wild_mp4(path):
    deep = b""
    for _ in range(5000):
        deep = box(b"moov", deep)
    write(path, box(b"ftyp", b"isom\0\0\0\0isom"), box(b"free", b"", 0xFFFFFFFF), box(b"moov", b"", 1), b"\xff" * 8, deep)


def random_log(path, megabytes=200):
    with open(path, "wb") as file:
        for _ in range(megabytes):
            file.write(os.urandom(MB))


def bound_socket(path):
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path)


def no_permission(path):
    write(path, STAMP + b"one\n")
    os.chmod(path, 0)


def link_loop(path):
    os.symlink(os.path.basename(path), path)


def alias_bomb(path):
    lines = ["name: Bug", "description: d", "x0: &x0 [a, a, a, a, a, a, a, a, a]"]
    lines += [f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]" for n in range(1, 40)]
    write(path, "\n".join(lines + ["body: *x39", ""]).encode())


def deep_toml(path):
    write(path, b'format = 1\ndestination = "any-support-email"\ntitle = ', b"[" * 1_000_000)


def long_toml(path):
    write(path, b'format = 1\ndestination = "any-support-email"\ntitle = "', b"a" * (200 * MB), b'"\n')
