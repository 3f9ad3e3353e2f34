//! Windows minidumps, also those of Breakpad and Crashpad: the few streams that say what crashed where.
//!
//! Read here and not by a crate: the four streams needed are small fixed structures, and a stack walk needs symbols that nobody
//! has at this place. Never here: a read outside of the bytes at hand, or more of a full dump than its start and its lists.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use super::frames::Frames;
use super::report::CrashReport;
use crate::model::CrashTime;

const MOST_STREAMS: u32 = 256;
const MOST_MODULES: u32 = 4_096;
const MODULE_LIST: u32 = 4;
const EXCEPTION: u32 = 6;
const SYSTEM_INFO: u32 = 7;
const MODULE_BYTES: usize = 108;

/// Reads the dump; what cannot be read stays absent.
pub fn read(path: &Path) -> io::Result<CrashReport> {
    let mut file = File::open(path)?;
    Ok(streams(&mut file).unwrap_or_default())
}

fn streams<S: Read + Seek>(source: &mut S) -> Option<CrashReport> {
    let header = bytes(source, 0, 32)?;
    let (count, directory) = (u32_at(&header, 8)?.min(MOST_STREAMS), u32_at(&header, 12)?);
    let entries = bytes(source, directory.into(), count as usize * 12)?;
    let place = |kind: u32| {
        let mut found = entries.chunks_exact(12).filter(|entry| u32_at(entry, 0) == Some(kind));
        found.next().and_then(|entry| Some((u32_at(entry, 4)?, u64::from(u32_at(entry, 8)?))))
    };
    // Seconds since 1970 in UTC; whoever shows them knows the zone.
    let happened = u32_at(&header, 20).filter(|secs| *secs > 0).map(|secs| CrashTime::Moment(secs.into()));
    let mut report = CrashReport { happened, ..CrashReport::default() };
    if let Some((_, at)) = place(SYSTEM_INFO) {
        report.os = system(source, at);
    }
    let mut address = None;
    if let Some(found) = place(EXCEPTION).and_then(|(_, at)| bytes(source, at, 32)) {
        let thread = u32_at(&found, 0);
        let code = u32_at(&found, 8).unwrap_or(0);
        address = u64_at(&found, 24);
        report.faulting_thread = thread.map(u64::from).filter(|_| code != 0);
        report.exception = (code != 0).then(|| exception(code, report.os.as_deref().unwrap_or_default()));
    }
    let modules = place(MODULE_LIST).map(|(_, at)| modules(source, at)).unwrap_or_default();
    if let Some(main) = modules.first() {
        report.app = Some(main.name.rsplit(['\\', '/']).next().unwrap_or_default().to_owned());
        report.version.clone_from(&main.version);
    }
    let mut frames = Frames::default();
    if let Some(address) = address.filter(|_| report.exception.is_some()) {
        let folder = modules.first().map(|main| folder(&main.name).to_owned()).unwrap_or_default();
        let module = modules.iter().find(|module| module.range.contains(&address));
        let own = module.is_some_and(|module| !folder.is_empty() && folder_is(&module.name, &folder));
        // A dump holds addresses, never names.
        frames.add(own, false);
    }
    Some(frames.judge(report))
}

fn folder(name: &str) -> &str {
    name.rfind(['\\', '/']).map_or("", |end| &name[..end])
}

fn folder_is(name: &str, of: &str) -> bool {
    folder(name).eq_ignore_ascii_case(of)
}

struct Module {
    name: String,
    version: Option<String>,
    range: std::ops::Range<u64>,
}

fn modules<S: Read + Seek>(source: &mut S, at: u64) -> Vec<Module> {
    let count = bytes(source, at, 4).and_then(|count| u32_at(&count, 0)).unwrap_or(0).min(MOST_MODULES);
    let Some(list) = bytes(source, at + 4, count as usize * MODULE_BYTES) else { return Vec::new() };
    let module = |raw: &[u8]| {
        let (base, size) = (u64_at(raw, 0)?, u32_at(raw, 8)?);
        let name = string(source, u32_at(raw, 20)?.into())?;
        let known = u32_at(raw, 24) == Some(0xFEEF_04BD);
        let (high, low) = (u32_at(raw, 32)?, u32_at(raw, 36)?);
        let version = format!("{}.{}.{}.{}", high >> 16, high & 0xFFFF, low >> 16, low & 0xFFFF);
        let version = Some(version).filter(|_| known && (high, low) != (0, 0));
        Some(Module { name, version, range: base..base.saturating_add(size.into()) })
    };
    list.chunks_exact(MODULE_BYTES).filter_map(module).collect()
}

/// `Windows 10.0.19045`, `Linux 5.15.0`, `macOS 14.1`.
fn system<S: Read + Seek>(source: &mut S, at: u64) -> Option<String> {
    let info = bytes(source, at, 32)?;
    let (major, minor, build) = (u32_at(&info, 8)?, u32_at(&info, 12)?, u32_at(&info, 16)?);
    let more = string(source, u32_at(&info, 24)?.into()).unwrap_or_default();
    let name = match u32_at(&info, 20)? {
        0..=3 => "Windows",
        0x8101 => "macOS",
        0x8102 => "iOS",
        0x8201 => "Linux",
        0x8203 => "Android",
        _ => "",
    };
    let version = if (major, minor, build) == (0, 0, 0) { String::new() } else { format!("{major}.{minor}.{build}") };
    let words = [name, version.as_str(), more.trim()].join(" ");
    Some(words.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|words| !words.is_empty())
}

/// The name of an exception: of Windows, else the number of a signal or a Mach exception.
fn exception(code: u32, os: &str) -> String {
    const WINDOWS: [(u32, &str); 13] = [
        (0x8000_0003, "EXCEPTION_BREAKPOINT"),
        (0xC000_0005, "EXCEPTION_ACCESS_VIOLATION"),
        (0xC000_0006, "EXCEPTION_IN_PAGE_ERROR"),
        (0xC000_0008, "EXCEPTION_INVALID_HANDLE"),
        (0xC000_001D, "EXCEPTION_ILLEGAL_INSTRUCTION"),
        (0xC000_008E, "EXCEPTION_FLT_DIVIDE_BY_ZERO"),
        (0xC000_0094, "EXCEPTION_INT_DIVIDE_BY_ZERO"),
        (0xC000_00FD, "EXCEPTION_STACK_OVERFLOW"),
        (0xC000_0374, "STATUS_HEAP_CORRUPTION"),
        (0xC000_0409, "STATUS_STACK_BUFFER_OVERRUN"),
        (0xC000_041D, "STATUS_FATAL_USER_CALLBACK_EXCEPTION"),
        (0xE043_4352, "CLR exception"),
        (0xE06D_7363, "C++ exception"),
    ];
    const SIGNALS: [(u32, &str); 7] =
        [(3, "SIGQUIT"), (4, "SIGILL"), (5, "SIGTRAP"), (6, "SIGABRT"), (7, "SIGBUS"), (8, "SIGFPE"), (11, "SIGSEGV")];
    const MACH: [(u32, &str); 6] = [
        (1, "EXC_BAD_ACCESS"),
        (2, "EXC_BAD_INSTRUCTION"),
        (3, "EXC_ARITHMETIC"),
        (5, "EXC_SOFTWARE"),
        (6, "EXC_BREAKPOINT"),
        (10, "EXC_CRASH"),
    ];
    let names: &[(u32, &str)] = match os.split(' ').next() {
        Some("macOS" | "iOS") => &MACH,
        Some("Linux" | "Android") => &SIGNALS,
        _ => &WINDOWS,
    };
    let name = names.iter().find(|(known, _)| *known == code);
    name.map_or_else(|| format!("0x{code:08x}"), |(_, name)| format!("{name} (0x{code:08x})"))
}

fn bytes<S: Read + Seek>(source: &mut S, at: u64, length: usize) -> Option<Vec<u8>> {
    source.seek(SeekFrom::Start(at)).ok()?;
    let mut found = vec![0; length];
    source.read_exact(&mut found).ok()?;
    Some(found)
}

/// A length in bytes, then UTF-16.
fn string<S: Read + Seek>(source: &mut S, at: u64) -> Option<String> {
    const MOST_BYTES: u32 = 2_048;
    let length = bytes(source, at, 4).and_then(|length| u32_at(&length, 0))?;
    let text = bytes(source, at + 4, length.min(MOST_BYTES) as usize & !1)?;
    let units = text.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    Some(char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect())
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::Symbolication;

    /// A dump with system, exception and two modules.
    pub fn dump() -> Vec<u8> {
        let mut dump = Vec::new();
        let word = |dump: &mut Vec<u8>, value: u32| dump.extend(value.to_le_bytes());
        dump.extend(b"MDMP\x93\xa7\0\0");
        word(&mut dump, 3);
        word(&mut dump, 32);
        dump.resize(32, 0);
        for (kind, size, at) in [(7, 56, 128), (6, 168, 256), (4, 4 + 216, 512)] {
            for value in [kind, size, at] {
                word(&mut dump, value);
            }
        }
        dump.resize(128, 0);
        for value in [9, 0x0108_0000, 10, 0, 99_999, 2, 1_000] {
            word(&mut dump, value);
        }
        dump.resize(256, 0);
        for value in [77, 0, 0xC000_0005, 0, 0, 0, 0x1234, 1] {
            word(&mut dump, value);
        }
        dump.resize(512, 0);
        word(&mut dump, 2);
        for (base, name) in [(0x1_0000_0000_u64, 1_100), (0x2_0000_0000, 1_200)] {
            let start = dump.len();
            dump.extend(base.to_le_bytes());
            for value in [0x10_0000, 0, 0, name, 0xFEEF_04BD, 0x1_0000, 3 << 16 | 2, 1 << 16] {
                word(&mut dump, value);
            }
            dump.resize(start + MODULE_BYTES, 0);
        }
        for (at, text) in [(1_000, ""), (1_100, "C:\\Games\\Example\\Example.exe"), (1_200, "C:\\Windows\\ntdll.dll")] {
            dump.resize(at, 0);
            word(&mut dump, text.len() as u32 * 2);
            dump.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        }
        dump.resize(1_400, 0);
        dump
    }

    #[test]
    fn a_dump_is_read() {
        let report = streams(&mut io::Cursor::new(dump())).unwrap();
        assert_eq!(report.app.as_deref(), Some("Example.exe"));
        assert_eq!(report.version.as_deref(), Some("3.2.1.0"));
        assert_eq!(report.os.as_deref(), Some("Windows 10.0.99999"));
        assert_eq!(report.exception.as_deref(), Some("EXCEPTION_ACCESS_VIOLATION (0xc0000005)"));
        assert_eq!(report.faulting_thread, Some(77));
        assert_eq!((report.symbolication, report.app_frames), (Symbolication::None, 1));
        let dump = dump();
        for end in 0..dump.len() {
            streams(&mut io::Cursor::new(&dump[..end]));
        }
        assert_eq!(streams(&mut io::Cursor::new([0xff; 4_096])), None);
    }
}
