//! Windows minidumps, also those of Breakpad and Crashpad: what crashed where, and the stack of the thread that crashed.
//!
//! Nobody has symbols at this place, so frames are a module and an offset; those that were found by looking through the stack say so.
//! Never here: more of a full dump than its start, more of a stack than a walk can use.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use minidump::format::MINIDUMP_MEMORY_DESCRIPTOR;
use minidump::system_info::Os;
use minidump::{
    Minidump, MinidumpContext, MinidumpException, MinidumpMemory, MinidumpModule, MinidumpModuleList,
    MinidumpSystemInfo, MinidumpThread, MinidumpThreadList, Module, UnifiedMemory,
};
use minidump_unwind::{CallStack, FrameTrust, MultiSymbolProvider, SystemInfo, walk_stack};

use super::frames::Frames;
use super::report::CrashReport;
use crate::model::{CrashTime, CrashTold};

/// Lists of threads and modules stand at the start, also in a full dump.
const MOST_BYTES: u64 = 64 << 20;
/// Of the stack: a walk without symbols goes on as long as there are bytes that could be addresses.
const MOST_STACK: usize = 64 << 10;

/// Reads the dump; what cannot be read stays absent.
pub fn read(path: &Path) -> io::Result<CrashReport> {
    let mut start = Vec::new();
    File::open(path)?.take(MOST_BYTES).read_to_end(&mut start)?;
    Ok(report(&start).unwrap_or_default())
}

fn report(bytes: &[u8]) -> Option<CrashReport> {
    let dump = Minidump::read(bytes).ok()?;
    // Seconds since 1970 in UTC; whoever shows them knows the zone.
    let happened =
        Some(dump.header.time_date_stamp).filter(|secs| *secs > 0).map(|secs| CrashTime::Moment(secs.into()));
    let system = dump.get_stream::<MinidumpSystemInfo>().ok();
    let modules = dump.get_stream::<MinidumpModuleList>().unwrap_or_default();
    let main = modules.main_module();
    let mut report = CrashReport {
        happened,
        os: system.as_ref().and_then(operating_system),
        app: main.map(|main| file_name(main).to_owned()),
        version: main.and_then(version),
        ..CrashReport::default()
    };
    let crash =
        dump.get_stream::<MinidumpException>().ok().filter(|crash| crash.raw.exception_record.exception_code != 0);
    let mut frames = Frames::default();
    if let Some(crash) = crash {
        report.exception = Some(exception(&crash, system.as_ref()));
        let threads = dump.get_stream::<MinidumpThreadList<'_>>().ok();
        let threads = threads.as_ref().map_or(&[][..], |list| &list.threads);
        let id = crash.get_crashing_thread_id();
        let number = threads.iter().position(|thread| thread.raw.thread_id == id);
        report.faulting_thread = Some(number.map_or(u64::from(id), |number| number as u64));
        let thread = number.and_then(|number| threads.get(number));
        let walked = system.and_then(|system| stack(&dump, &crash, thread, &modules, &system));
        let walked = walked.unwrap_or_else(|| vec![(crash.raw.exception_record.exception_address, FrameTrust::None)]);
        let folder = main.map(|main| folder(&main.name)).unwrap_or_default();
        for (number, (address, trust)) in walked.into_iter().enumerate() {
            let module = modules.module_at_address(address);
            let own = module.is_some_and(|module| !folder.is_empty() && folder_is(&module.name, folder));
            // A dump holds addresses, never names.
            frames.add(own, false);
            if number < CrashTold::FRAMES {
                report.trace.push(line(number, address, module, trust));
            }
        }
    }
    Some(frames.judge(report))
}

/// The addresses of the frames of the thread that crashed, the innermost first, and how each was found.
fn stack(
    dump: &Minidump<'_, &[u8]>,
    crash: &MinidumpException<'_>,
    thread: Option<&MinidumpThread<'_>>,
    modules: &MinidumpModuleList,
    system: &MinidumpSystemInfo,
) -> Option<Vec<(u64, FrameTrust)>> {
    let context = crash.context(system, None).or_else(|| thread?.context(system, None))?;
    let mut stack = CallStack::with_context(MinidumpContext::clone(&context));
    let memory = dump.get_memory().unwrap_or_default();
    let top = context.get_stack_pointer();
    let memory = memory.memory_at_address(top).or_else(|| thread?.stack_memory(&memory));
    let part = memory.as_ref().and_then(|memory| near(memory, top));
    let (os_version, os_build) = system.os_parts();
    let system = SystemInfo {
        os: system.os,
        os_version: Some(os_version),
        os_build,
        cpu: system.cpu,
        cpu_info: None,
        cpu_microcode_version: None,
        cpu_count: 1,
    };
    let nobody = MultiSymbolProvider::new();
    pollster::block_on(walk_stack(
        0,
        (),
        &mut stack,
        part.as_ref().map(UnifiedMemory::Memory),
        modules,
        &system,
        &nobody,
    ));
    Some(stack.frames.iter().map(|frame| (frame.instruction, frame.trust)).collect())
}

/// What stands at the top of the stack and below it.
fn near<'a>(memory: &UnifiedMemory<'a, '_>, top: u64) -> Option<MinidumpMemory<'a>> {
    let (bytes, endian) = match memory {
        UnifiedMemory::Memory(memory) => (memory.bytes, memory.endian),
        UnifiedMemory::Memory64(memory) => (memory.bytes, memory.endian),
    };
    let start = usize::try_from(top.checked_sub(memory.base_address())?).ok()?;
    let bytes = bytes.get(start..)?;
    let bytes = &bytes[..bytes.len().min(MOST_STACK)];
    let desc = MINIDUMP_MEMORY_DESCRIPTOR { start_of_memory_range: top, ..MINIDUMP_MEMORY_DESCRIPTOR::default() };
    Some(MinidumpMemory { desc, base_address: top, size: bytes.len() as u64, bytes, endian })
}

/// `0   Example.exe                  + 0x1234`
fn line(number: usize, address: u64, module: Option<&MinidumpModule>, trust: FrameTrust) -> String {
    let place = module.map_or_else(
        || format!("{address:#018x}"),
        |module| format!("{:<28} + {:#x}", file_name(module), address.saturating_sub(module.base_address())),
    );
    let how = if trust == FrameTrust::Scan { "  (stack scan)" } else { "" };
    format!("{number:<3} {place}{how}")
}

/// `EXCEPTION_ACCESS_VIOLATION_READ (0xc0000005)`
fn exception(crash: &MinidumpException<'_>, system: Option<&MinidumpSystemInfo>) -> String {
    let code = crash.raw.exception_record.exception_code;
    let (os, cpu) =
        system.map_or((Os::Unknown(0), minidump::system_info::Cpu::Unknown(0)), |system| (system.os, system.cpu));
    let reason = crash.get_crash_reason(os, cpu).to_string();
    if reason.contains("0x") { reason } else { format!("{reason} (0x{code:08x})") }
}

/// `Windows 10.0.19045`, `Linux 5.15.0`, `macOS 14.1.0 23B74`.
fn operating_system(system: &MinidumpSystemInfo) -> Option<String> {
    let name = match system.os {
        Os::Windows => "Windows",
        Os::MacOs => "macOS",
        Os::Ios => "iOS",
        Os::Linux => "Linux",
        Os::Android => "Android",
        _ => "",
    };
    let (version, build) = system.os_parts();
    let version = Some(version).filter(|version| version != "0.0.0");
    let words = [name, version.as_deref().unwrap_or_default(), build.as_deref().unwrap_or_default()].join(" ");
    Some(words.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|words| !words.is_empty())
}

fn version(module: &MinidumpModule) -> Option<String> {
    module.version().map(std::borrow::Cow::into_owned).filter(|version| version != "0.0.0.0")
}

fn file_name(module: &MinidumpModule) -> &str {
    module.name.rsplit(['\\', '/']).next().unwrap_or_default()
}

fn folder(name: &str) -> &str {
    name.rfind(['\\', '/']).map_or("", |end| &name[..end])
}

fn folder_is(name: &str, of: &str) -> bool {
    folder(name).eq_ignore_ascii_case(of)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::Symbolication;

    const STACK: u64 = 0x7000_0000;

    fn put(dump: &mut Vec<u8>, at: usize, values: &[u32]) {
        dump.resize(dump.len().max(at + values.len() * 4), 0);
        for (index, value) in values.iter().enumerate() {
            dump[at + index * 4..][..4].copy_from_slice(&value.to_le_bytes());
        }
    }

    fn put_long(dump: &mut Vec<u8>, at: usize, value: u64) {
        put(dump, at, &[value as u32, (value >> 32) as u32]);
    }

    /// A dump with a system, two modules, two threads and an exception in the second, whose caller is found by its frame pointer
    /// and the caller of that by looking through the stack.
    pub fn dump() -> Vec<u8> {
        let mut dump = b"MDMP\x93\xa7\0\0".to_vec();
        put(&mut dump, 8, &[4, 32]);
        put(&mut dump, 32, &[7, 56, 128, 6, 168, 256, 4, 4 + 216, 512, 3, 4 + 96, 800]);
        put(&mut dump, 128, &[9, 0x0108_0000, 10, 0, 99_999, 2, 1_000]);
        put(&mut dump, 256, &[77, 0, 0xC000_0005, 0, 0, 0, 0x1234, 1, 2, 0, 0, 0, 0x18]);
        put(&mut dump, 416, &[1_232, 1_600]);
        put(&mut dump, 512, &[2]);
        for (at, base, name) in [(516, 0x1_0000_0000_u64, 1_100), (516 + 108, 0x2_0000_0000, 1_200)] {
            put_long(&mut dump, at, base);
            put(&mut dump, at + 8, &[0x10_0000, 0, 0, name, 0xFEEF_04BD, 0x1_0000, 3 << 16 | 2, 1 << 16]);
        }
        put(&mut dump, 800, &[2, 76]);
        put(&mut dump, 804 + 48, &[77, 0, 0, 0, 0, 0, STACK as u32, 0, 256, 3_000, 1_232, 1_600]);
        for (at, text) in [(1_000, ""), (1_100, "C:\\Games\\Example\\Example.exe"), (1_200, "C:\\Windows\\ntdll.dll")] {
            put(&mut dump, at, &[text.len() as u32 * 2]);
            dump.splice(at + 4.., text.encode_utf16().flat_map(u16::to_le_bytes));
        }
        put(&mut dump, 1_600 + 48, &[0x10_000B]);
        for (register, value) in [(152, STACK), (160, STACK + 0x40), (248, 0x1_0000_1234)] {
            put_long(&mut dump, 1_600 + register, value);
        }
        for (at, value) in [(0x40, STACK + 0x80), (0x48, 0x2_0000_5679), (0xa0, 0x1_0000_0100)] {
            put_long(&mut dump, 3_000 + at, value);
        }
        dump.resize(3_256, 0);
        dump
    }

    #[test]
    fn a_dump_is_read() {
        let dump = dump();
        let read = report(&dump).unwrap();
        assert_eq!(read.app.as_deref(), Some("Example.exe"));
        assert_eq!(read.version.as_deref(), Some("3.2.1.0"));
        assert_eq!(read.os.as_deref(), Some("Windows 10.0.99999"));
        assert_eq!(read.exception.as_deref(), Some("EXCEPTION_ACCESS_VIOLATION_READ (0xc0000005)"));
        assert_eq!(read.faulting_thread, Some(1), "its number, not its id");
        assert_eq!((read.symbolication, read.app_frames), (Symbolication::None, 2));
        let lines: Vec<String> =
            read.trace.iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(lines, ["0 Example.exe + 0x1234", "1 ntdll.dll + 0x5678", "2 Example.exe + 0xff (stack scan)"]);
    }

    #[test]
    fn what_is_cut_off_or_wild_is_left_out() {
        let dump = dump();
        for end in 0..dump.len() {
            report(&dump[..end]);
        }
        assert_eq!(report(&[0xff; 4_096]), None);
        // A stack of a megabyte, each word of which could be an address.
        let mut deep = dump;
        put(&mut deep, 804 + 48 + 32, &[1 << 20]);
        deep.truncate(3_000);
        for _ in 0..1 << 17 {
            deep.extend(0x2_0000_5679_u64.to_le_bytes());
        }
        let read = report(&deep).unwrap();
        assert_eq!(read.trace.len(), CrashTold::FRAMES);
    }
}
